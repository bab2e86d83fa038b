package foyer.media.local;

import foyer.media.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One ffmpeg that makes a feed of what one encoder sends. */
final class FeedMaking {
    private static final int LAST_WORDS_SECONDS = 10;
    private static final int BUFFER = 64 << 10;
    private static final int LOOKS = 4;
    private static final long FOR_NOTHING = 0;

    private final String name;
    private final Process process;
    private final Path complaints;
    private final Duration patience;
    private volatile long waitsSince = FOR_NOTHING;
    private volatile boolean stuck;

    /**
     * @param complaints where it writes what goes wrong
     * @param patience how long it may take nothing in while there is something
     */
    FeedMaking(String name, Process process, Path complaints, Duration patience) {
        this.name = name;
        this.process = process;
        this.complaints = complaints;
        this.patience = patience;
    }

    /** The feed's. */
    String name() {
        return name;
    }

    /** Until one of both ends, or it takes nothing in any more. */
    void take(InputStream from) {
        var buffer = new byte[BUFFER];
        Daemons.run("live-feed-" + process.pid(), this::lookAfter);
        try (var to = process.getOutputStream()) {
            for (var count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                beginsToWait();
                to.write(buffer, 0, count);
                to.flush();
                waitsSince = FOR_NOTHING;
            }
        } catch (IOException gone) {
            // One of both ended: how the encoder did says more.
        }
    }

    private void beginsToWait() {
        var now = System.nanoTime();
        waitsSince = now == FOR_NOTHING ? now + 1 : now;
    }

    // Whoever writes to it can do nothing but wait, and the channel would hear nobody any more.
    private void lookAfter() {
        try {
            while (!process.waitFor(patience.toMillis() / LOOKS, TimeUnit.MILLISECONDS)) {
                var waits = waitsSince;
                if (waits != FOR_NOTHING && System.nanoTime() - waits > patience.toNanos()) {
                    stuck = true;
                    process.destroyForcibly();
                    return;
                }
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
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
        return stuck
                ? Complaint.stuckWhileLive(patience)
                : Complaint.in(complaints).onEncoding();
    }

    /** One that takes nothing in any more would keep whoever writes to it for ever. */
    void endSoon() {
        CompletableFuture.delayedExecutor(LAST_WORDS_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
    }
}
