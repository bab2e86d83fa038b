package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import foyer.media.PartBroken;
import foyer.media.PartPermit;
import foyer.media.Recording;
import foyer.media.SomeRecordings;
import foyer.shared.NotFound;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFilesTest {
    private static final int LENGTH = 64 << 20;

    @TempDir
    Path folder;

    private final Recording recording = SomeRecordings.anUploadOf(LENGTH, LENGTH);
    private House house = new House(Path.of("."));

    @BeforeEach
    void open() {
        house = new House(folder);
        house.library.open(recording);
    }

    @Test
    void aPartGoesToTheDiskAndNotToTheHeap() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var me = Thread.currentThread().getId();
        var before = threads.getThreadAllocatedBytes(me);

        house.parts.take(permit(), new Line(LENGTH, () -> {}));

        assertThat(threads.getThreadAllocatedBytes(me) - before).isLessThan(LENGTH / 50);
        assertThat(house.library.parts(recording)).containsEntry(1, (long) LENGTH);
    }

    @Test
    void ofALineThatBreaksNothingIsLeft() throws IOException {
        var breaking = new Line(LENGTH, () -> {
            throw new IOException("connection reset");
        });

        assertThatThrownBy(() -> house.parts.take(permit(), breaking)).isInstanceOf(PartBroken.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void aPartThatComesWhileTheUploadIsClosedIsNotTaken() {
        var closing = new Line(LENGTH, () -> house.library.close(recording));

        assertThatThrownBy(() -> house.parts.take(permit(), closing)).isInstanceOf(NotFound.class);
        assertThat(house.library.parts(recording)).isEmpty();
    }

    @Test
    void onAFullDiskNothingIsBegun() throws IOException {
        var full = new House(
                folder,
                usual -> new LocalSettings(
                        usual.directory(),
                        usual.address(),
                        "ffmpeg",
                        "ffprobe",
                        1,
                        usual.longest(),
                        Long.MAX_VALUE / 2));

        assertThatThrownBy(() -> full.parts.take(permit(), new Line(LENGTH, () -> {})))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> full.library.open(SomeRecordings.anUploadOf(10, 10)))
                .isInstanceOf(Unavailable.class);
        assertThat(files()).isEmpty();
    }

    private PartPermit permit() {
        return new PartPermit(recording.id(), 1, LENGTH, SettableClock.NOON);
    }

    private String[] files() throws IOException {
        try (var all = Files.list(house.shelves.arriving(recording.id()))) {
            return all.map(Path::toString).toArray(String[]::new);
        }
    }

    /** Something that happens midway. */
    @FunctionalInterface
    private interface Happening {
        void happen() throws IOException;
    }

    /** So many bytes, and something that happens when half of them have come. */
    private static final class Line extends InputStream {
        private final int length;
        private final Happening midway;
        private int sent;

        Line(int length, Happening midway) {
            this.length = length;
            this.midway = midway;
        }

        @Override
        public int read() {
            return sent++ < length ? 7 : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            if (sent == length) {
                return -1;
            }
            var count = Math.min(most, length - sent);
            Arrays.fill(bytes, from, from + count, (byte) 7);
            if (sent < length / 2 && sent + count >= length / 2) {
                midway.happen();
            }
            sent += count;
            return count;
        }
    }
}
