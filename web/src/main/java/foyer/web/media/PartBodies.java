package foyer.web.media;

import foyer.media.PartBroken;
import foyer.shared.TooManyRequests;
import foyer.traffic.BodiesAwaited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * The bodies of parts. Each holds a thread for as long as it comes, minutes on a slow line, so there are few at once, and a
 * line that is slower than slow is cut: its sender knows by the recording what has come, and goes on from there.
 */
@ApplicationScoped
class PartBodies {
    /** Half of what one network may have under way, so that the organiser's other calls still come through. */
    private static final int AT_ONCE = 8;

    private static final Duration LATER = Duration.ofSeconds(2);
    private static final Duration LEAST = Duration.ofSeconds(20);
    private static final long SLOWEST_BYTES_A_SECOND = 32_000;

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Inject
    BodiesAwaited awaited;

    @Inject
    Clock clock;

    /**
     * Fails with {@link PartBroken} for a body that is announced to have another length, before any of it is read, and with
     * {@link TooManyRequests} when too many are under way.
     */
    void read(HttpServletRequest call, int part, long length, InputStream body, Consumer<InputStream> reader) {
        var announced = call.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && !announced.equals(Long.toString(length))) {
            throw new PartBroken(part, length);
        }
        if (!places.tryAcquire()) {
            throw new TooManyRequests("Too many parts are under way. Send fewer at once.", LATER);
        }
        try {
            var deadline = clock.instant().plus(LEAST).plusSeconds(length / SLOWEST_BYTES_A_SECOND);
            awaited.read(call.getRemoteAddr(), () -> {
                reader.accept(new TimelyBody(body, deadline, clock));
                return part;
            });
        } finally {
            places.release();
        }
    }
}
