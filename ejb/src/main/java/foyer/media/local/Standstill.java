package foyer.media.local;

import foyer.media.CannotMake;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Ends a program that neither says nor writes anything for so long that it will not any more. Either is enough: of one still picture that
 * lasts an hour ffmpeg makes all segments in one go, and says nothing meanwhile.
 */
final class Standstill {
    private static final int LOOKS = 4;

    private final List<Path> folders;
    private final Duration patience;
    private volatile long since = System.nanoTime();
    private volatile boolean met;

    /** @param folders where it makes files; none: what it says is all that counts */
    Standstill(List<Path> folders, Duration patience) {
        this.folders = folders;
        this.patience = patience;
    }

    /** For a program that may be silent for as long as it may take. */
    static Standstill never() {
        return new Standstill(List.of(), Duration.ZERO);
    }

    /** Looks after one until it has ended. */
    void watch(Process process) {
        if (!patience.isZero()) {
            heard();
            Daemons.run("standstill-" + process.pid(), () -> lookAfter(process));
        }
    }

    /** It said something. */
    void heard() {
        since = System.nanoTime();
    }

    /** Fails with {@link CannotMake} where that is why it ended. */
    void refuse() {
        if (met) {
            throw CannotMake.yet(String.format(
                    Locale.ROOT,
                    "ffmpeg got no further for %d minutes, and was ended. Complete the upload again; where that does not help, convert the video and send it as a recording of its own.",
                    patience.toMinutes()));
        }
    }

    private void lookAfter(Process process) {
        try {
            var before = written();
            while (!process.waitFor(patience.toMillis() / LOOKS, TimeUnit.MILLISECONDS)) {
                var now = written();
                if (!now.equals(before)) {
                    before = now;
                    heard();
                } else if (System.nanoTime() - since > patience.toNanos()) {
                    met = true;
                    process.destroyForcibly();
                    return;
                }
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    // A folder changes with each file that is made in it.
    private List<Long> written() {
        return folders.stream().map(Path::toFile).map(File::lastModified).toList();
    }
}
