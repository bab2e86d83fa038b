package foyer.running;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import foyer.whole.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

/** Notes how each point went as soon as it is known, for a journey takes hours: in {@code ear/target/crash-points.txt}. */
final class CrashTally {
    private final Path file = Build.output().resolve("crash-points.txt");
    private final String journey;
    private final int points;
    private int done;

    CrashTally(String journey, int points) {
        this.journey = journey;
        this.points = points;
    }

    void counts(CrashPoint point, Executable trial) throws Throwable {
        done++;
        try {
            trial.execute();
            note(point, "held");
        } catch (TestAbortedException neverCame) {
            note(point, "was not reached again");
            throw neverCame;
        } catch (Throwable failed) {
            note(point, "FAILED: " + failed.getMessage());
            throw failed;
        }
    }

    private void note(CrashPoint point, String outcome) {
        var line = "%s %s, %d of %d, %s: %s%n"
                .formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS), journey, done, points, point, outcome);
        try {
            Files.writeString(file, line, CREATE, APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
