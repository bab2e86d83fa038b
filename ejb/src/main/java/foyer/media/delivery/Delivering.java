package foyer.media.delivery;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.EventState;
import foyer.event.RecentEvents;
import foyer.media.playback.PlaybackAddress;
import foyer.media.playback.PlaybackRefusal;
import foyer.media.playback.PlaybackRefused;
import foyer.media.playback.PlaybackRight;
import foyer.media.playback.PlaybackTokens;
import foyer.session.RecentStandings;
import foyer.session.Standing;
import foyer.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.regex.Pattern;

/**
 * Delivers pictures to those who may watch, where this deployment is its own origin. That is for one machine and small audiences: each
 * segment goes through this server, once for each viewer.
 */
@ApplicationScoped
public class Delivering {
    private static final Pattern POSTER = Pattern.compile("/([A-Za-z0-9_-]{22})/[A-Za-z0-9_-]{1,64}/poster\\.jpg");

    @Inject
    PlaybackTokens tokens;

    @Inject
    OriginFiles files;

    @Inject
    Simulive simulive;

    @Inject
    RecentEvents events;

    @Inject
    RecentStandings standings;

    @Inject
    Clock clock;

    /**
     * What lies under an address.
     *
     * @param below the part of it behind {@code /t}: a slash, a token, and the path of the file, as they were sent
     * @return fails with {@link PlaybackRefused} without the right to it, with {@link NotFound} where there is no such file, with
     *     {@link foyer.shared.Unavailable} where nobody knows whether the right still holds
     */
    public OriginFile deliver(String below) {
        var address = PlaybackAddress.parse(below);
        var now = clock.instant();
        var right = address.prove(tokens, now);
        var event = events.find(right.event()).filter(this::shown);
        if (event.isEmpty() || endedEarly(right)) {
            throw new PlaybackRefused(PlaybackRefusal.REVOKED);
        }
        // It may have been moved since the right to it was given.
        if (event.get().stateAt(now) == EventState.PUBLISHED) {
            throw new PlaybackRefused(PlaybackRefusal.NOT_YET);
        }
        var found = event.get().plan().video().simulive()
                ? simulive.find(event.get(), address.path())
                : files.find(address.path());
        return found.orElseThrow(() -> new NotFound("file"));
    }

    /**
     * The poster of an event that the public may know of, for everybody.
     *
     * @param below a slash, the event, and what lies below it: {@code /{eventId}/{recordingId}/poster.jpg}
     * @return fails with {@link NotFound} where there is none
     */
    public OriginFile poster(String below) {
        var parts = POSTER.matcher(below);
        if (!parts.matches()
                || events.find(new EventId(parts.group(1))).filter(this::shown).isEmpty()) {
            throw new NotFound("poster");
        }
        return files.find(below).orElseThrow(() -> new NotFound("poster"));
    }

    private boolean shown(Event event) {
        var state = event.stateAt(clock.instant());
        return state.open() && state != EventState.CANCELLED;
    }

    private boolean endedEarly(PlaybackRight right) {
        return right.holder()
                .filter(session -> standings.of(session) != Standing.LIVE)
                .isPresent();
    }
}
