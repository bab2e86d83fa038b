package foyer.web.caller;

import foyer.event.Browsing;
import foyer.event.EventId;
import foyer.shared.Problem;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Decides from whose pages a call is answered: nobody's, but for those that somebody has named. */
@Dependent
public class CrossOriginPolicy {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final CrossOriginSettings settings;
    private final Function<EventId, List<String>> originsOfEvent;

    @Inject
    CrossOriginPolicy(CrossOriginSettings settings, Browsing browsing) {
        this(settings, id -> browsing.publicEvent(id).allowedOrigins());
    }

    CrossOriginPolicy(CrossOriginSettings settings, Function<EventId, List<String>> originsOfEvent) {
        this.settings = settings;
        this.originsOfEvent = originsOfEvent;
    }

    /**
     * The origin to name in the answer; empty when the caller's page is none of those that may read it.
     *
     * @param path below the API, as {@code events/x}
     * @param method of the call itself, not of its preflight
     */
    Optional<String> allowed(String origin, String path, String method) {
        return named(settings.operatorOrigins(), origin).or(() -> named(originsOf(path, method), origin));
    }

    // The answer carries our own copy of the origin, so that what a caller sent is never sent back.
    private static Optional<String> named(Collection<String> origins, String origin) {
        return origins.stream().filter(origin::equals).findFirst();
    }

    private Collection<String> originsOf(String path, String method) {
        var segments = path.split("/", -1);
        var ofOneEvent = segments.length == 2 && "events".equals(segments[0]);
        if (!ofOneEvent || !READING.contains(method)) {
            return List.of();
        }
        try {
            return originsOfEvent.apply(EventId.of(segments[1]));
        } catch (Problem unknownOrOutOfReach) {
            return List.of();
        }
    }
}
