package foyer.web.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import foyer.edge.JsonText;
import foyer.event.Browsing;
import foyer.event.EventId;
import foyer.event.EventState;
import foyer.media.RecentHarvests;
import foyer.web.answer.EntityTags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers everybody who asks for an event. Before a start thousands ask for the same one within seconds, so its bytes are
 * made once for each version and state, and anew while a recording of what was live is in preparation.
 */
@ApplicationScoped
public class PublicEvents {
    /** What an answer about an event depends on, beside its address. */
    static final String VARIES = "Origin, Authorization";

    // The tag of the public's side differs from the operators', for it stands for other bytes.
    private static final String PUBLIC_SIDE = "-public";
    private static final String IN_PREPARATION = "-recording";
    static final String ALWAYS_ASK = "no-cache";

    private static final long MOST_BYTES = 16_000_000;

    private final Cache<EventId, Rendered> recent = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((EventId id, Rendered rendered) -> rendered.bytes().length)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    @Inject
    Browsing browsing;

    @Inject
    RecentHarvests harvests;

    @Inject
    Clock clock;

    Response answer(EventId id, @Nullable String ifNoneMatch) {
        var rendered = rendered(id);
        return EntityTags.held(ifNoneMatch, rendered.tag()) ? notModified(rendered.tag()) : full(rendered);
    }

    /** The public's side of an event, in bytes that nobody may change. */
    Rendered rendered(EventId id) {
        var event = browsing.publicEvent(id);
        var now = clock.instant();
        var state = event.stateAt(now);
        var preparing = harvests.inPreparation(event);
        var known = recent.getIfPresent(id);
        if (known != null
                && known.version() == event.version()
                && known.state() == state
                && known.preparing() == preparing) {
            return known;
        }
        var tree = new LinkedHashMap<>(event.publicView(now));
        if (preparing) {
            tree.put("recordingInPreparation", true);
        }
        var tag = EntityTags.quoted(event.etagAt(now) + (preparing ? IN_PREPARATION : "") + PUBLIC_SIDE);
        var fresh = new Rendered(event.version(), state, preparing, tag, JsonText.of(tree));
        recent.put(id, fresh);
        return fresh;
    }

    static Response notModified(String tag) {
        return Response.notModified()
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, ALWAYS_ASK)
                .header(HttpHeaders.VARY, VARIES)
                .build();
    }

    private static Response full(Rendered rendered) {
        return Response.ok(rendered.bytes(), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, rendered.tag())
                .header(HttpHeaders.CACHE_CONTROL, ALWAYS_ASK)
                .header(HttpHeaders.VARY, VARIES)
                .build();
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them, and copying them is what this cache avoids
    record Rendered(long version, EventState state, boolean preparing, String tag, byte[] bytes) {}
}
