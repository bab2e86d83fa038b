package foyer.media.edge;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.SomeEvents;
import foyer.session.Session;
import foyer.session.SessionId;
import foyer.session.SomeSessions;
import jakarta.ejb.Schedule;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * What was taken back on its way to an edge: whoever takes it back, the timer as its schedule says, by a clock that is moved, and what it
 * calls.
 */
public final class ToldByTheClock {
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Schedule SCHEDULE = Arrays.stream(TellingTheEdgeInTime.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Schedule.class))
            .map(method -> method.getAnnotation(Schedule.class))
            .findFirst()
            .orElseThrow();

    public final SomeSessions node = SomeSessions.onANode();
    public final Event event = SomeEvents.aPublishedEvent();
    private final RevocationsInMemory revocations = new RevocationsInMemory();
    private final TakingBackAtEdge takingBack = new TakingBackAtEdge();
    private final TellingTheEdgeInTime timer = new TellingTheEdgeInTime();

    public ToldByTheClock(Edge edge) {
        takingBack.edge = edge;
        takingBack.revocations = revocations;
        takingBack.sessions = SomeSessions.SETTINGS;
        takingBack.clock = node.clock;
        timer.edge = edge;
        timer.telling = new TellingTheEdge();
        timer.telling.edge = edge;
        timer.telling.revocations = revocations;
        timer.telling.holding = node.holding;
        timer.telling.events = node.events;
        timer.telling.clock = node.clock;
        node.takeBackBy(takingBack);
        node.events.add(event);
    }

    public Session aViewer(String registration) {
        return node.opening.forRegistration(event, registration, 1, 1).session();
    }

    /** By an organizer: none of their sessions goes on. */
    public void revoke(String registration) {
        node.ending.revoke(registration, 2);
    }

    /** By an organizer. */
    public void cancel() {
        takingBack.about(event);
        node.events.replace(event, SomeEvents.cancelled(event));
    }

    /** Of a session and an event that nobody knows any more. */
    public void note(SessionId session, EventId gone) {
        var now = node.clock.instant();
        var until = now.plus(Duration.ofHours(1));
        revocations.note(List.of(Revocation.of(session, until, now), Revocation.of(gone, until, now)));
    }

    /** A second goes by, and the timer comes if that is one of its seconds. */
    public void passASecond() {
        node.clock.pass(A_SECOND);
        var from = Integer.parseInt(SCHEDULE.second().split("/", -1)[0]);
        var every = Integer.parseInt(SCHEDULE.second().split("/", -1)[1]);
        var second = node.clock.instant().atZone(ZoneOffset.UTC).getSecond();
        if (!SCHEDULE.minute().equals("*") || !SCHEDULE.hour().equals("*")) {
            throw new IllegalStateException("It comes at other times than this knows: " + SCHEDULE);
        }
        if (second >= from && (second - from) % every == 0) {
            timer.tell();
        }
    }
}
