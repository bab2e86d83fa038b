package foyer.web.caller;

import foyer.event.Browsing;
import foyer.event.Event;
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
    private final Function<EventId, List<String>> knownOriginsOfEvent;

    @Inject
    CrossOriginPolicy(CrossOriginSettings settings, Browsing browsing) {
        this(
                settings,
                id -> browsing.publicEvent(id).allowedOrigins(),
                id -> browsing.rememberedEvent(id).map(Event::allowedOrigins).orElse(List.of()));
    }

    /** @param knownOriginsOfEvent the same without asking the store */
    CrossOriginPolicy(
            CrossOriginSettings settings,
            Function<EventId, List<String>> originsOfEvent,
            Function<EventId, List<String>> knownOriginsOfEvent) {
        this.settings = settings;
        this.originsOfEvent = originsOfEvent;
        this.knownOriginsOfEvent = knownOriginsOfEvent;
    }

    /** The origin to name in the answer; empty when the caller's page is none of those that may read it. */
    Optional<String> allowed(FromPage call) {
        return allowed(call, originsOfEvent);
    }

    /** The same as far as it can be told without asking the store. */
    Optional<String> allowedByWhatIsKnown(FromPage call) {
        return allowed(call, knownOriginsOfEvent);
    }

    private Optional<String> allowed(FromPage call, Function<EventId, List<String>> ofEvent) {
        return named(settings.operatorOrigins(), call.origin())
                .or(() -> named(originsOf(call, ofEvent), call.origin()));
    }

    // The answer carries our own copy of the origin, so that what a caller sent is never sent back.
    private static Optional<String> named(Collection<String> origins, String origin) {
        return origins.stream().filter(origin::equals).findFirst();
    }

    private static Collection<String> originsOf(FromPage call, Function<EventId, List<String>> ofEvent) {
        var segments = call.path().split("/", -1);
        var ofOneEvent = segments.length == 2 && "events".equals(segments[0]);
        if (!ofOneEvent || !READING.contains(call.method())) {
            return List.of();
        }
        try {
            return ofEvent.apply(EventId.of(segments[1]));
        } catch (Problem unknownOrOutOfReach) {
            return List.of();
        }
    }
}
