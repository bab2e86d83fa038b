package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentFilesTest {
    private static final int LONG = 2 * FolderFile.PIECE + 1_234;

    private final RecentFiles recent = new RecentFiles(1_000_000);

    @TempDir
    private Path folder;

    private Path segment;

    @BeforeEach
    void aSegment() {
        segment = folder.resolve("segment.m4s");
    }

    @Test
    void whatIsAskedForOnceTakesNoMemory() throws IOException {
        var bytes = written(LONG, 1);

        assertThat(asked()).isEqualTo(bytes);
        assertThat(recent.size()).isZero();
    }

    @Test
    void whatIsAskedForAgainIsKept() throws IOException {
        var bytes = written(LONG, 1);

        assertThat(asked()).isEqualTo(bytes);
        assertThat(asked()).isEqualTo(bytes);
        assertThat(asked()).isEqualTo(bytes);
        assertThat(recent.size()).isEqualTo(LONG);
    }

    @Test
    void whatIsKeptIsNotReadAgain() throws IOException {
        var bytes = written(LONG, 1);
        askedTwice();
        var content = recent.of(found());
        Files.delete(segment);

        var out = new ByteArrayOutputStream();
        content.writeTo(out, 0, LONG);

        assertThat(out.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void aPartIsTheSameFromTheDiskAndFromHere() throws IOException {
        var bytes = written(LONG, 1);
        var first = FolderFile.PIECE - 7;
        var part = Arrays.copyOfRange(bytes, first, first + FolderFile.PIECE + 20);

        for (var time = 0; time < 3; time++) {
            assertThat(asked(first, part.length)).isEqualTo(part);
        }
    }

    @Test
    void anotherFileInItsPlaceIsDelivered() throws IOException {
        written(LONG, 1);
        askedTwice();
        var changed = Files.getLastModifiedTime(segment);
        var other = random(LONG, 2);
        var beside = Files.write(folder.resolve("beside"), other);
        Files.setLastModifiedTime(beside, changed);
        Files.move(beside, segment, StandardCopyOption.ATOMIC_MOVE);

        assertThat(asked()).isEqualTo(other);
        assertThat(asked()).isEqualTo(other);
    }

    @Test
    void oneThatGrewIsDeliveredAsItIs() throws IOException {
        written(100, 1);
        askedTwice();
        var grown = written(200, 2);

        assertThat(asked()).isEqualTo(grown);
        assertThat(asked()).isEqualTo(grown);
    }

    @Test
    void whatIsLongerThanAnySegmentIsNotKept() throws IOException {
        var large = new RecentFiles(Long.MAX_VALUE);
        written((int) RecentFiles.LONGEST + 1, 1);

        for (var time = 0; time < 3; time++) {
            large.of(found()).writeTo(new ByteArrayOutputStream(), 0, RecentFiles.LONGEST + 1);
        }

        assertThat(large.size()).isZero();
    }

    @Test
    void noMoreIsKeptThanThereIsRoomFor() throws IOException {
        for (var number = 0; number < 20; number++) {
            segment = folder.resolve(number + ".m4s");
            var bytes = written(100_000, number);

            askedTwice();

            assertThat(asked()).isEqualTo(bytes);
        }
        assertThat(recent.size()).isPositive().isLessThanOrEqualTo(1_000_000);
    }

    @Test
    void oneThatBecameShorterMeanwhileFailsAndIsForgotten() throws IOException {
        written(200, 1);
        asked();
        var before = found();
        var shorter = written(100, 2);

        for (var time = 0; time < 3; time++) {
            assertThatThrownBy(() -> recent.of(before).writeTo(new ByteArrayOutputStream(), 0, 200))
                    .isInstanceOf(EOFException.class);
        }
        assertThat(asked()).isEqualTo(shorter);
    }

    @Test
    void oneThatIsGoneFails() throws IOException {
        written(200, 1);
        asked();
        var before = found();
        Files.delete(segment);

        assertThatThrownBy(() -> recent.of(before).writeTo(new ByteArrayOutputStream(), 0, 200))
                .isInstanceOf(NoSuchFileException.class);
    }

    private byte[] written(int length, int seed) throws IOException {
        var bytes = random(length, seed);
        Files.write(segment, bytes);
        return bytes;
    }

    private static byte[] random(int length, int seed) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private FolderFile found() throws IOException {
        return FolderFile.of(segment, Files.readAttributes(segment, BasicFileAttributes.class));
    }

    private void askedTwice() throws IOException {
        asked();
        asked();
    }

    private byte[] asked() throws IOException {
        return asked(0, (int) Files.size(segment));
    }

    private byte[] asked(int from, int count) throws IOException {
        var out = new ByteArrayOutputStream();
        recent.of(found()).writeTo(out, from, count);
        return out.toByteArray();
    }
}
