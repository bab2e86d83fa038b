package foyer.mail;

class OutboxInMemoryTest implements OutboxContract {
    private final OutboxInMemory outbox = new OutboxInMemory(3);

    @Override
    public Outbox outbox() {
        return outbox;
    }
}
