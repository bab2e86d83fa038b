package foyer.session;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.shared.BadCredentials;
import foyer.shared.Signatures;
import foyer.shared.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens sessions for those who have shown their right to watch; whoever calls this has seen to that. */
@ApplicationScoped
public class Opening {
    /** As long as screens are remembered for certain, be it by a node of a version before. */
    private static final Duration BEGUN_LATELY = Duration.ofDays(1);

    private static final int TRIES = 10;

    @Inject
    Sessions sessions;

    @Inject
    Positions positions;

    @Inject
    LiveSessions live;

    @Inject
    TakingBack takingBack;

    @Inject
    Signatures signatures;

    @Inject
    SessionSettings settings;

    @Inject
    Clock clock;

    /** For anybody. The token is the session: the store hears of it when its screen has reported. */
    public OpenedSession forAnybody(EventId event) {
        return opened(Session.opened(event, null, clock.instant(), settings.lifetime()), null);
    }

    /**
     * For somebody who is registered. The newest screens stay, older ones beyond the event's number end. Fails with
     * {@link BadCredentials} when the right was taken back since the registration was read.
     *
     * @param version of the registration by which the right was found
     * @param screens how many at a time
     */
    public OpenedSession forRegistration(Event event, String registration, long version, int screens) {
        var session = Session.opened(event.id(), registration, clock.instant(), settings.lifetime());
        sessions.keep(List.of(session));
        var before = admit(session, version, screens);
        var position = mayHaveWatched(before, event)
                ? positions.find(registration).map(Position::at).orElse(null)
                : null;
        return opened(session, position);
    }

    // A herd comes when its event begins, and nobody of it was anywhere in the video: it spares a quarter of its calls.
    private boolean mayHaveWatched(Screens before, Event event) {
        return before.version() > 0
                || event.startsAt().toInstant().isBefore(clock.instant().minus(BEGUN_LATELY));
    }

    // Most have not watched before, so that one write is all it takes; who has is told what to begin from. Answers what
    // was there.
    private Screens admit(Session session, long version, int most) {
        var before = Screens.none(session.viewer());
        for (var trial = 0; trial < TRIES; trial++) {
            if (before.tooLateFor(version)) {
                throw new BadCredentials();
            }
            var after = before.opened(session, most);
            tellOf(before, after, session.createdAt());
            var faster = sessions.replace(before, after);
            if (faster.isEmpty()) {
                replaced(before, after);
                return before;
            }
            before = faster.get();
        }
        throw new Unavailable("Too many screens begin at once. Please try again.", Duration.ofSeconds(1));
    }

    private void tellOf(Screens before, Screens after, Instant now) {
        var lost = before.live().stream()
                .filter(screen -> !after.live().contains(screen))
                .filter(screen -> screen.expiresAt().isAfter(now))
                .toList();
        if (!lost.isEmpty()) {
            takingBack.about(lost);
        }
    }

    private void replaced(Screens before, Screens after) {
        var now = clock.instant();
        before.live().stream()
                .filter(screen -> !after.live().contains(screen))
                .forEach(screen ->
                        live.change(screen.session(), known -> known.checked(Standing.REPLACED_BY_NEWER_SCREEN, now)));
    }

    private OpenedSession opened(Session session, @Nullable Duration position) {
        return new OpenedSession(session, SessionToken.of(session, signatures), position);
    }
}
