package foyer.media;

class BroadcastsInMemoryTest implements BroadcastsContract {
    private final Broadcasts broadcasts = new BroadcastsInMemory();

    @Override
    public Broadcasts broadcasts() {
        return broadcasts;
    }
}
