package foyer.media.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One encoder at the door, from its first byte to its last. */
final class RtmpVisit implements Runnable, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RtmpVisit.class.getName());
    private static final int BUFFER = 16_384;
    // The same for all of them: who guesses keys learns nothing, and who has the right one is told where to look.
    private static final String NOT_AWAITED =
            "Nobody is awaited by this name at present: its key is another one, its channel is not started or its disk is full, or another encoder feeds it.";

    private final Socket encoder;
    private final RtmpDoor.Hall hall;
    private final RtmpLimits limits;
    private final Executor threads;
    private final FfmpegLine ffmpeg;
    private final long since = System.nanoTime();
    private volatile boolean stranger = true;
    private volatile boolean led;
    private volatile long deadline;

    RtmpVisit(Socket encoder, RtmpDoor.Hall hall, RtmpLimits limits, Executor threads) {
        this.encoder = encoder;
        this.hall = hall;
        this.limits = limits;
        this.threads = threads;
        this.ffmpeg = new FfmpegLine(limits.reach());
        allow(shorter(limits.handshake(), limits.proof()));
    }

    /** Whether it has not proven a key, and may yet. */
    boolean isStranger() {
        return stranger && !encoder.isClosed();
    }

    /** Whose it is: one house has many of the newer addresses, that begin alike. */
    String neighbourhood() {
        var address = encoder.getInetAddress().getAddress();
        return HexFormat.of().formatHex(address, 0, Math.min(address.length, Long.BYTES));
    }

    /** When it came, of {@code System.nanoTime()}. */
    long since() {
        return since;
    }

    /** @param now of {@code System.nanoTime()} */
    boolean isLate(long now) {
        return now - deadline > 0;
    }

    @Override
    public void run() {
        try (encoder) {
            greet();
        } catch (IOException | RejectedExecutionException gone) {
            // Encoders leave without a word, and the door closes behind those that are late.
        } catch (RuntimeException failing) {
            LOG.log(Level.WARNING, "An encoder was sent away, for a failure here.", failing);
        }
    }

    /** Sends the encoder away, and leaves ffmpeg the time to read the rest; called once more, ends that, too. */
    void end() {
        if (encoder.isClosed()) {
            ffmpeg.close();
        } else {
            allow(limits.reach());
            closeEncoder();
        }
    }

    /** Ends it at once. */
    @Override
    public void close() {
        ffmpeg.close();
        closeEncoder();
    }

    private void greet() throws IOException {
        encoder.setTcpNoDelay(true);
        var meter = new Metered(encoder.getInputStream(), RtmpLimits.BEFORE, this::progress);
        var in = new BufferedInputStream(meter, BUFFER);
        RtmpHandshake.answer(in, encoder.getOutputStream());
        deadline = since + limits.proof().toNanos();
        var from = new RtmpReader(in, RtmpLimits.BEFORE);
        var back = new RtmpWriter(encoder.getOutputStream());
        var greeting = new RtmpGreeting(from, back);
        var wish = greeting.hear();
        var entered = hall.enter(wish.app(), wish.streamKey());
        if (entered.isEmpty()) {
            greeting.refuse("NetStream.Publish.BadName", NOT_AWAITED);
            encoder.shutdownOutput();
        } else {
            stranger = false;
            meter.takeAll();
            from.hold(RtmpLimits.AFTERWARDS);
            lead(greeting, new RtmpBridge(meter, from, back, entered.get()), entered.get());
        }
        // Who closes first takes its last word back, unless the other has read all; and some take it for a failure.
        in.transferTo(OutputStream.nullOutputStream());
    }

    private void lead(RtmpGreeting greeting, RtmpBridge bridge, RtmpDoor.Guest guest) throws IOException {
        try (ffmpeg) {
            led = true;
            progress();
            if (isReached(guest)) {
                greeting.welcome();
                carry(bridge);
            } else {
                greeting.refuse("NetStream.Failed", "The channel does not answer at present. Try again.");
                encoder.shutdownOutput();
            }
        } finally {
            led = false;
            guest.left();
            allow(limits.reach());
        }
    }

    private boolean isReached(RtmpDoor.Guest guest) {
        try {
            ffmpeg.open(guest.port());
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private void carry(RtmpBridge bridge) throws IOException {
        var over = new AtomicBoolean();
        var ended = new CompletableFuture<Boolean>();
        threads.execute(() -> {
            ffmpeg.hear();
            if (!over.get()) {
                // Without it there is nothing to send to.
                close();
            }
            ended.complete(true);
        });
        try {
            bridge.carry(ffmpeg);
        } finally {
            over.set(true);
            // It has the rest to read, and closes when it has.
            ffmpeg.finish();
            allow(limits.silence());
            ended.join();
        }
    }

    private void closeEncoder() {
        try {
            encoder.close();
        } catch (IOException already) {
            // It is gone.
        }
    }

    private void progress() {
        if (led) {
            allow(limits.silence());
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void allow(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }
}
