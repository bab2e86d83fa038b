package foyer.media;

class RecordingsInMemoryTest implements RecordingsContract {
    private final Recordings recordings = new RecordingsInMemory();

    @Override
    public Recordings recordings() {
        return recordings;
    }
}
