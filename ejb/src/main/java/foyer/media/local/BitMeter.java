package foyer.media.local;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Measures how many bits a second come, over the last seconds, and notes of which track something came. */
final class BitMeter {
    private static final long OVER = Duration.ofSeconds(5).toNanos();
    private static final long SHORTEST = Duration.ofSeconds(1).toNanos();
    private static final long GRAIN = Duration.ofMillis(100).toNanos();

    private final LongSupplier nanos;
    private final Deque<Slice> slices = new ArrayDeque<>();
    private final Map<LiveTrack, Long> heard = new EnumMap<>(LiveTrack.class);
    private final long begun;
    private long last;

    private record Slice(long at, long bytes) {}

    /** @param nanos as {@link System#nanoTime()} counts */
    BitMeter(LongSupplier nanos) {
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.last = begun;
    }

    synchronized void add(long bytes) {
        last = nanos.getAsLong();
        var newest = slices.peekLast();
        if (newest != null && last - newest.at < GRAIN) {
            slices.removeLast();
            slices.add(new Slice(newest.at, newest.bytes + bytes));
        } else {
            slices.add(new Slice(last, bytes));
        }
        forget();
    }

    /** Bits a second. */
    synchronized long rate() {
        forget();
        var over = Math.max(SHORTEST, Math.min(OVER, nanos.getAsLong() - begun));
        return Math.round(slices.stream().mapToLong(Slice::bytes).sum() * 8e9 / over);
    }

    /** How long nothing has come. */
    synchronized Duration silence() {
        return Duration.ofNanos(nanos.getAsLong() - last);
    }

    synchronized void heard(LiveTrack track) {
        heard.put(track, nanos.getAsLong());
    }

    /** How long nothing has come of a track. */
    synchronized Duration silence(LiveTrack track) {
        return Duration.ofNanos(nanos.getAsLong() - heard.getOrDefault(track, begun));
    }

    /** How long it has been measuring. */
    synchronized Duration age() {
        return Duration.ofNanos(nanos.getAsLong() - begun);
    }

    private void forget() {
        var now = nanos.getAsLong();
        for (var oldest = slices.peekFirst(); oldest != null && now - oldest.at > OVER; oldest = slices.peekFirst()) {
            slices.removeFirst();
        }
    }
}
