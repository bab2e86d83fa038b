package foyer.media;

class RecordingsInMemoryTest implements RecordingsContract {
    private final Recordings recordings = new RecordingsInMemory();
    private final Broadcasts broadcasts = new BroadcastsInMemory();

    @Override
    public Recordings recordings() {
        return recordings;
    }

    @Override
    public Broadcasts broadcasts() {
        return broadcasts;
    }
}
