package foyer.session;

import foyer.event.EventState;
import foyer.event.RecentEvents;
import foyer.shared.Fields;
import foyer.shared.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Hears that screens are still there. Nothing is written for it: what was heard goes to the store in batches. */
// No EJB: a call through the container cost as much as all of this, and there is no role to be asked for.
@ApplicationScoped
public class Beating {
    @Inject
    Sessions sessions;

    @Inject
    LiveSessions live;

    @Inject
    Pace pace;

    @Inject
    RecentEvents events;

    @Inject
    Renewals renewals;

    @Inject
    Audience audience;

    @Inject
    SessionSettings settings;

    @Inject
    Clock clock;

    /**
     * Whether the screen may go on, and when to report again.
     *
     * @param session as {@link Carrying} read it from the screen's token
     * @param report {@code position} in seconds, {@code state}, the {@code playbackToken} that is to be renewed, what was
     *     measured as {@code figures}, and whatever else a screen tells of itself
     */
    public HeardBeat beat(Session session, Fields report) {
        var beat = Beat.read(report);
        var now = clock.instant();
        if (session.overAt(now)) {
            return HeardBeat.over(Standing.EXPIRED);
        }
        var known = live.hear(session, beat.position(), now);
        var standing = standing(known, now);
        // The session as it is known: who holds on to it shall not hold the one that was read from each report's token.
        return standing == Standing.LIVE ? goingOn(known.session(), beat, now) : HeardBeat.over(standing);
    }

    // Only who may watch is counted: else each session that made way for another could claim its time.
    private HeardBeat goingOn(Session session, Beat beat, Instant now) {
        var figuresTo = beat.figures() == null ? 0 : audience.hear(session, beat.figures(), now);
        return new HeardBeat(Standing.LIVE, pace.next(), renewed(session, beat.playbackToken()), figuresTo);
    }

    private @Nullable Playback renewed(Session session, @Nullable String token) {
        return token == null
                ? null
                : events.remembered(session.eventId())
                        .flatMap(event -> renewals.renewed(event, session, token))
                        .orElse(null);
    }

    private Standing standing(LiveSession known, Instant now) {
        if (known.standing() != Standing.LIVE) {
            return known.standing();
        }
        if (cancelled(known.session())) {
            return Standing.EVENT_CANCELLED;
        }
        // The timer asks about many at once; here is asked about one that is new to this node, or if the timer is late.
        var late = now.minus(settings.recheck()).minus(settings.recheck());
        return !known.session().registered() || known.checkedSince(late) ? Standing.LIVE : asked(known, now);
    }

    private Standing asked(LiveSession known, Instant now) {
        var session = known.session();
        try {
            var found = sessions.standingOf(session);
            live.change(session.id(), before -> before.checked(found, now));
            return found;
        } catch (Unavailable silent) {
            // Who watches goes on watching while the store is silent.
            return Standing.LIVE;
        }
    }

    private boolean cancelled(Session session) {
        try {
            return events.remembered(session.eventId())
                    .or(() -> events.find(session.eventId()))
                    .filter(event -> event.stateAt(clock.instant()).open())
                    .map(event -> event.decided() == EventState.CANCELLED)
                    .orElse(true);
        } catch (Unavailable silent) {
            return false;
        }
    }
}
