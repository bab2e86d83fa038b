package foyer.web.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import foyer.edge.JsonText;
import foyer.event.Browsing;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.web.answer.EntityTags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Answers everybody who asks for an event. Before a start thousands ask for the same one within seconds, so its bytes are
 * made once for each version and state.
 */
@ApplicationScoped
public class PublicEvents {
    /** What an answer about an event depends on, beside its address. */
    static final String VARIES = "Origin, Authorization";

    // The tag of the public's side differs from the operators', for it stands for other bytes.
    private static final String PUBLIC_SIDE = "-public";
    private static final String ALWAYS_ASK = "no-cache";

    private final Cache<EventId, Rendered> rendered = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    @Inject
    Browsing browsing;

    @Inject
    Clock clock;

    Response answer(EventId id, @Nullable String ifNoneMatch) {
        var event = browsing.publicEvent(id);
        var now = clock.instant();
        var tag = EntityTags.quoted(event.etagAt(now) + PUBLIC_SIDE);
        return EntityTags.held(ifNoneMatch, tag) ? notModified(tag) : full(tag, bytes(event, tag, now));
    }

    static Response notModified(String tag) {
        return Response.notModified()
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, ALWAYS_ASK)
                .header(HttpHeaders.VARY, VARIES)
                .build();
    }

    private byte[] bytes(Event event, String tag, Instant now) {
        var known = rendered.getIfPresent(event.id());
        if (known != null && known.tag().equals(tag)) {
            return known.bytes();
        }
        var bytes = JsonText.of(event.publicView(now));
        rendered.put(event.id(), new Rendered(tag, bytes));
        return bytes;
    }

    private static Response full(String tag, byte[] bytes) {
        return Response.ok(bytes, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, ALWAYS_ASK)
                .header(HttpHeaders.VARY, VARIES)
                .build();
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them, and copying them is what this cache avoids
    private record Rendered(String tag, byte[] bytes) {}
}
