package foyer.mail;

import foyer.shared.Outgoing;

class OutboxInMemoryTest implements OutboxContract {
    private final OutboxInMemory outbox = new OutboxInMemory();

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public void write(Outgoing outgoing) {
        outbox.write(outgoing);
    }
}
