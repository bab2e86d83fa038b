package foyer.access;

import foyer.event.Event;
import foyer.media.playback.PlaybackAddresses;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.session.OpenedSession;
import foyer.session.Opening;
import foyer.session.PlaybackTerm;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Opens the session of somebody whose right was found, or says what still stands between. */
@Dependent
class Entering {
    private final Opening opening;
    private final PlaybackAddresses addresses;
    private final Clock clock;

    @Inject
    Entering(Opening opening, PlaybackAddresses addresses, Clock clock) {
        this.opening = opening;
        this.addresses = addresses;
        this.clock = clock;
    }

    LetIn enterFreely(Event event) {
        return letIn(event, null, opening.forAnybody(event.id()), Flow.admitted(event, clock.instant()));
    }

    /**
     * Who has proven themselves and has to wait or to pay gets a session too: it plays nothing, but asks how they stand until they may
     * watch.
     *
     * @param registration as it was just read or written: what takes the right back later shuts it out
     */
    LetIn enter(Event event, Registration registration) {
        var now = clock.instant();
        var flow = Flow.of(event, registration, now);
        var known = registration.proven() || registration.admitsAt(now);
        if (!known || !flow.known()) {
            return new LetIn(event, registration.id(), null, null, flow);
        }
        var screens = event.plan().admission().screens();
        var opened = opening.forRegistration(event, registration.id().value(), registration.version(), screens);
        return letIn(event, registration.id(), opened, flow.marked(event, registration));
    }

    private LetIn letIn(Event event, @Nullable RegistrationId registration, OpenedSession opened, Flow flow) {
        var playback = flow.plays()
                ? addresses.of(event, opened.session(), PlaybackTerm.RENEWED).orElse(null)
                : null;
        return new LetIn(event, registration, opened, playback, flow);
    }
}
