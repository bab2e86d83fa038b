package foyer.media.local;

import foyer.media.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One ffmpeg that makes a feed of what one encoder sends. */
final class FeedMaking {
    private static final int LAST_WORDS_SECONDS = 10;
    private static final int BUFFER = 64 << 10;

    private final String name;
    private final Process process;
    private final Path complaints;

    /** @param complaints where it writes what goes wrong */
    FeedMaking(String name, Process process, Path complaints) {
        this.name = name;
        this.process = process;
        this.complaints = complaints;
    }

    /** The feed's. */
    String name() {
        return name;
    }

    /** Until one of both ends. */
    void take(InputStream from) {
        var buffer = new byte[BUFFER];
        try (var to = process.getOutputStream()) {
            for (var count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                to.write(buffer, 0, count);
                to.flush();
            }
        } catch (IOException gone) {
            // One of both ended: how the encoder did says more.
        }
    }

    /** Whether it wrote all that it took; waits for that a while, and then ends it. */
    boolean isEndedWell() {
        try {
            return process.waitFor(LAST_WORDS_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Why it did not. */
    Trouble trouble() {
        return Complaint.in(complaints).onEncoding();
    }

    /** One that takes nothing in any more would keep whoever writes to it for ever. */
    void endSoon() {
        CompletableFuture.delayedExecutor(LAST_WORDS_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
    }
}
