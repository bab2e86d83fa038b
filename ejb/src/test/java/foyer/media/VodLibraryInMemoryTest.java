package foyer.media;

class VodLibraryInMemoryTest implements VodLibraryContract {
    private final VodLibraryInMemory library = new VodLibraryInMemory();

    @Override
    public VodLibrary library() {
        return library;
    }

    @Override
    public byte[] aVideo() {
        return VodLibraryInMemory.A_VIDEO;
    }

    @Override
    public void send(Recording recording, int part, byte[] bytes) {
        library.send(recording, part, bytes);
    }
}
