package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.Unavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class DiskTest {
    @Test
    void aDiskThatFailsInTheMidstOfAListIsAFailingDisk() {
        var failing = new IOException("a test");

        assertThatThrownBy(() -> Disk.at(() -> {
                    throw new UncheckedIOException(failing);
                }))
                .isInstanceOf(Unavailable.class)
                .hasCause(failing);
    }
}
