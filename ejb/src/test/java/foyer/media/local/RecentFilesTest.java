package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RecentFilesTest {
    private static final int LONG = 2 * FolderFile.PIECE + 1_234;

    private final SettableClock clock = new SettableClock();
    private final List<Thread> viewers = new ArrayList<>();
    private final Queue<byte[]> given = new ConcurrentLinkedQueue<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final RecentFiles recent = new RecentFiles(1_000_000, clock, this::read);

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
    void itIsKeptForFifteenSecondsAfterSomebodyAskedForItLast() throws IOException {
        written(LONG, 1);
        askedTwice();

        clock.pass(Duration.ofSeconds(14));
        asked();
        clock.pass(Duration.ofSeconds(14));
        assertThat(recent.size()).isEqualTo(LONG);

        clock.pass(Duration.ofSeconds(1));
        assertThat(recent.size()).isZero();
    }

    @Test
    void whoAsksLaterThanThatIsTheFirstAgain() throws IOException {
        written(LONG, 1);
        asked();
        clock.pass(Duration.ofSeconds(15));

        asked();

        assertThat(recent.size()).isZero();
        assertThat(reads).hasValue(0);
    }

    @Test
    @Timeout(60)
    void manyWhoAskAtOnceMakeASingleRead() throws Exception {
        var bytes = written(LONG, 1);
        asked();
        for (var viewer = 0; viewer < 20; viewer++) {
            viewers.add(new Thread(() -> given.add(askedAtOnce())));
        }

        viewers.forEach(Thread::start);
        for (var viewer : viewers) {
            viewer.join();
        }

        assertThat(given).hasSize(20).allSatisfy(each -> assertThat(each).isEqualTo(bytes));
        assertThat(reads).hasValue(1);
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
        var large = new RecentFiles(Long.MAX_VALUE, clock, FolderFile::read);
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

    /** Of what is to be kept; ends once all the others wait for it, or one of them has begun another. */
    private byte[] read(FolderFile file) throws IOException {
        reads.incrementAndGet();
        while (reads.get() == 1 && !viewers.stream().allMatch(RecentFilesTest::readsOrWaits)) {
            Thread.onSpinWait();
        }
        return file.read();
    }

    private static boolean readsOrWaits(Thread viewer) {
        return viewer == Thread.currentThread() || viewer.getState() == Thread.State.BLOCKED;
    }

    private byte[] askedAtOnce() {
        try {
            return asked();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
