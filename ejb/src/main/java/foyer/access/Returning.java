package foyer.access;

import foyer.event.Browsing;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.EventState;
import foyer.media.playback.PlaybackAddresses;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.Registrations;
import foyer.registration.Vacancies;
import foyer.session.Carrying;
import foyer.session.Holding;
import foyer.session.PlaybackTerm;
import foyer.session.Resuming;
import foyer.session.Session;
import foyer.shared.ProblemCode;
import foyer.shared.Unauthenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells viewers who come back how far they had come, and shows them what they registered. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Returning {
    @Inject
    Browsing browsing;

    @Inject
    Registrations registrations;

    @Inject
    Carrying carrying;

    @Inject
    OwnViewer ownViewer;

    @Inject
    Holding holding;

    @Inject
    Resuming resuming;

    @Inject
    PlaybackAddresses addresses;

    @Inject
    Vacancies vacancies;

    @Inject
    ViewerCookie cookie;

    @Inject
    AccessSettings settings;

    @Inject
    Clock clock;

    /**
     * The flow as it stands, by the API's names. Fails with {@link Unauthenticated} for a token that is not good for this
     * event any more.
     *
     * @param token a session's; null: none was sent
     * @param kept the browser's cookie; null: none was sent
     * @param term for which the picture's address is to be good
     */
    public Map<String, Object> flow(EventId eventId, @Nullable String token, @Nullable String kept, PlaybackTerm term) {
        var event = browsing.publicEvent(eventId);
        if (token != null) {
            return ofSession(event, session(eventId, token), term);
        }
        var now = clock.instant();
        return cookie.read(eventId, kept)
                .flatMap(registrations::find)
                .map(registration -> Flow.of(event, registration, now))
                .orElseGet(() -> Flow.ofStranger(event, now, () -> vacancies.soldOut(event)))
                .view();
    }

    /** What a browser shall keep of somebody who was let in; empty where nobody has registered. */
    public Optional<KeptMark> cookieOf(LetIn letIn) {
        var event = letIn.event().id();
        return Optional.ofNullable(letIn.registration())
                .map(registration -> new KeptMark(event, cookie.of(event, registration), settings.cookieLifetime()));
    }

    /**
     * A registration as its own viewer sees it; for all others there is none.
     *
     * @param token of a session, or of the access link
     */
    public Map<String, Object> registration(RegistrationId id, @Nullable String token) {
        return ownViewer.registration(id, token).view(clock.instant());
    }

    private Session session(EventId event, String token) {
        return carrying.sessionOf(event, token)
                .filter(session -> !session.overAt(clock.instant()))
                .orElseThrow(Returning::over);
    }

    private Registration registered(String id) {
        return registrations.find(new RegistrationId(id)).orElseThrow(Returning::over);
    }

    /** Who was turned away or waits hears of it on every screen that was not closed; who watches does so on the newest. */
    private Flow ofScreen(Event event, Session session, Registration own) {
        var flow = Flow.of(event, own, clock.instant());
        return switch (holding.standingOf(session)) {
            case LIVE -> flow.marked(event, own);
            case REPLACED_BY_NEWER_SCREEN ->
                flow.plays() ? Flow.refused(event, ProblemCode.REPLACED_BY_NEWER_SCREEN) : flow;
            case REVOKED -> {
                if (flow.plays()) {
                    throw over();
                }
                yield flow;
            }
            case EXPIRED, CLOSED, EVENT_CANCELLED -> throw over();
        };
    }

    private static Unauthenticated over() {
        return new Unauthenticated("This session is over. Come in again.");
    }

    private Map<String, Object> ofSession(Event event, Session session, PlaybackTerm term) {
        var now = clock.instant();
        var flow = session.registration()
                .map(this::registered)
                .map(own -> ofScreen(event, session, own))
                .orElseGet(() -> Flow.admitted(event, now));
        var data = new LinkedHashMap<String, Object>();
        data.put("sessionId", session.id().value());
        session.registration().ifPresent(own -> data.put("registrationId", own));
        data.put("expiresAt", session.expiresAt().toString());
        if (flow.plays()) {
            addresses.of(event, session, term).ifPresent(found -> data.put("playback", found.view()));
        }
        // While an event lasts most join what is live where it is, and all who waited for it ask at once.
        if (flow.plays() && event.stateAt(now) == EventState.ENDED) {
            resuming.positionOf(session).ifPresent(position -> data.put("position", LetIn.seconds(position)));
        }
        return flow.view(data);
    }
}
