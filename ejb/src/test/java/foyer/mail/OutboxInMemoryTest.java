package foyer.mail;

class OutboxInMemoryTest implements OutboxContract {
    private final OutboxInMemory outbox = new OutboxInMemory();

    @Override
    public Outbox outbox() {
        return outbox;
    }
}
