package foyer.media.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Lets encoders in who name a channel's stream key, and leads them to the ffmpeg that listens for it. Speaks RTMP 1.0 as
 * Adobe has published it.
 */
final class RtmpDoor implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RtmpDoor.class.getName());
    private static final int WAITING = 50;
    private static final int PAUSE_MILLIS = 100;
    private static final int ENDING_SECONDS = 5;

    private final ServerSocket door;
    private final Hall hall;
    private final RtmpLimits limits;
    private final Set<RtmpVisit> visits = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(RtmpDoor::thread);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(RtmpDoor::thread);

    private RtmpDoor(ServerSocket door, Hall hall, RtmpLimits limits) {
        this.door = door;
        this.hall = hall;
        this.limits = limits;
    }

    /** Knows the keys. Called by many threads at once. */
    interface Hall {
        /**
         * Who listens for this key now; empty: nobody knows it, it is not started, or somebody feeds it already. Keys are to
         * be compared in constant time, and never named in what it throws.
         *
         * @param app what stands before the key in the address, without a slash at its end: {@code live} is ours
         */
        Optional<Guest> enter(String app, String streamKey);
    }

    /** One encoder that came in. */
    interface Guest {
        /** Of loopback: there {@code ffmpeg -listen 1} listens, or will within seconds. */
        int port();

        /** So many more have come from it. */
        void bytes(long count);

        /** Something of this track has come. */
        void heard(LiveTrack track);

        /** Called once, however it ended, and even if ffmpeg could not be reached. */
        void left();
    }

    /** Port 0 takes any free one. Fails with {@link UncheckedIOException} where the port is occupied. */
    static RtmpDoor open(InetAddress bind, int port, Hall hall) {
        return open(bind, port, hall, RtmpLimits.USUAL);
    }

    static RtmpDoor open(InetAddress bind, int port, Hall hall, RtmpLimits limits) {
        try {
            var door = new RtmpDoor(new ServerSocket(port, WAITING, bind), hall, limits);
            door.threads.execute(door::receive);
            var unused =
                    door.watch.scheduleAtFixedRate(door::endTheLate, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            return door;
        } catch (IOException refused) {
            throw new UncheckedIOException(String.format(Locale.ROOT, "Port %d cannot be listened on.", port), refused);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** Ends all connections. */
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException already) {
            // It takes nobody in any more.
        }
        watch.shutdownNow();
        threads.shutdownNow();
        visits.forEach(RtmpVisit::close);
        try {
            if (!threads.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "Some encoders have not left.");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive() {
        while (!door.isClosed()) {
            try {
                admit(door.accept());
            } catch (IOException failing) {
                pause();
            }
        }
    }

    private void admit(Socket encoder) {
        var visit = new RtmpVisit(encoder, hall, limits, threads);
        makeRoomFor(visit);
        visits.add(visit);
        try {
            threads.execute(() -> {
                try {
                    visit.run();
                } finally {
                    visits.remove(visit);
                }
            });
        } catch (RejectedExecutionException closing) {
            visits.remove(visit);
            visit.close();
        }
    }

    // Who comes is never refused for those that say nothing: the oldest goes, of whom there are the most. So whoever
    // comes
    // again and again drives out himself.
    private void makeRoomFor(RtmpVisit visit) {
        var strangers =
                visits.stream().filter(RtmpVisit::isStranger).collect(Collectors.groupingBy(RtmpVisit::neighbourhood));
        var alike = strangers.getOrDefault(visit.neighbourhood(), List.of());
        var all = strangers.values().stream().mapToInt(List::size).sum();
        if (alike.size() >= limits.each()) {
            endOldest(alike);
        } else if (all >= limits.strangers()) {
            strangers.values().stream().max(Comparator.comparing(List::size)).ifPresent(RtmpDoor::endOldest);
        }
    }

    private static void endOldest(List<RtmpVisit> strangers) {
        var now = System.nanoTime();
        strangers.stream()
                .max(Comparator.comparing(stranger -> now - stranger.since()))
                .ifPresent(RtmpVisit::end);
    }

    private void endTheLate() {
        var now = System.nanoTime();
        for (var visit : visits) {
            try {
                if (visit.isLate(now)) {
                    visit.end();
                }
            } catch (RuntimeException failing) {
                LOG.log(Level.WARNING, "An encoder that is late cannot be ended.", failing);
            }
        }
    }

    // Closed, or out of files; the latter passes.
    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "rtmp-door");
        thread.setDaemon(true);
        return thread;
    }
}
