package foyer.media.edge;

class RevocationsInMemoryTest implements RevocationsContract {
    private final Revocations revocations = new RevocationsInMemory();

    @Override
    public Revocations revocations() {
        return revocations;
    }
}
