package foyer.media.local;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Knows one key, and writes down what becomes of who names it. */
final class GuestList implements RtmpDoor.Hall {
    static final String KEY = "a-key-of-22-characters";

    private final int port;
    private final AtomicLong bytes = new AtomicLong();
    private final Set<LiveTrack> heard = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private final CountDownLatch gone = new CountDownLatch(1);

    /** @param port where ffmpeg listens */
    GuestList(int port) {
        this.port = port;
    }

    @Override
    public Optional<RtmpDoor.Guest> enter(String app, String streamKey) {
        asked.incrementAndGet();
        return app.equals("live") && streamKey.equals(KEY) ? Optional.of(new Listed()) : Optional.empty();
    }

    Set<LiveTrack> heard() {
        return Set.copyOf(heard);
    }

    long bytes() {
        return bytes.get();
    }

    int asked() {
        return asked.get();
    }

    /** How often somebody has left; waits ten seconds for the first. */
    int left() throws InterruptedException {
        return gone.await(10, TimeUnit.SECONDS) ? left.get() : 0;
    }

    /** Fails when it is not so within thirty seconds. */
    static void await(BooleanSupplier condition) {
        var begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(30)) {
                throw new AssertionError("It did not happen.");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private final class Listed implements RtmpDoor.Guest {
        @Override
        public int port() {
            return port;
        }

        @Override
        public void bytes(long count) {
            bytes.addAndGet(count);
        }

        @Override
        public void heard(LiveTrack track) {
            heard.add(track);
        }

        @Override
        public void left() {
            left.incrementAndGet();
            gone.countDown();
        }
    }
}
