package foyer.media.aws;

import foyer.media.Recording;
import foyer.media.VodLibrary;
import foyer.media.VodLibraryContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The published SDK against stand-ins that verify each request. */
@TestInstance(Lifecycle.PER_CLASS)
class AwsVodLibraryIT implements VodLibraryContract {
    private final AwsHouse house = new AwsHouse();

    @AfterAll
    void moveOut() {
        house.close();
    }

    @Override
    public VodLibrary library() {
        return house.library;
    }

    @Override
    public byte[] aVideo() {
        return AwsHouse.aLargeVideo();
    }

    @Override
    public void send(Recording recording, int part, byte[] bytes) {
        house.send(recording, part, bytes);
    }
}
