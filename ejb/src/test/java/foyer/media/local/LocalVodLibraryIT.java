package foyer.media.local;

import foyer.media.Recording;
import foyer.media.VodLibrary;
import foyer.media.VodLibraryContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** With a real video and the real ffmpeg. */
class LocalVodLibraryIT implements VodLibraryContract {
    @TempDir
    static Path folder;

    private House house = new House(Path.of("."));

    @BeforeEach
    void moveIn() {
        house = new House(folder);
    }

    @Override
    public VodLibrary library() {
        return house.library;
    }

    @Override
    public byte[] aVideo() {
        return SomeVideos.bytes(SomeVideos.usual());
    }

    @Override
    public void send(Recording recording, int part, byte[] bytes) {
        house.send(recording, part, bytes);
    }
}
