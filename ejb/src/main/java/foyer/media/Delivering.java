package foyer.media;

import foyer.event.EventState;
import foyer.event.RecentEvents;
import foyer.session.RecentStandings;
import foyer.session.Standing;
import foyer.shared.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Delivers pictures to those who may watch, where this deployment is its own origin. That is for one machine and small audiences: each
 * segment goes through this server, once for each viewer.
 */
@ApplicationScoped
public class Delivering {
    @Inject
    PlaybackTokens tokens;

    @Inject
    OriginFiles files;

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
        var right = address.prove(tokens, clock.instant());
        if (takenBack(right)) {
            throw new PlaybackRefused(PlaybackRefusal.REVOKED);
        }
        return files.find(address.path()).orElseThrow(() -> new NotFound("file"));
    }

    private boolean takenBack(PlaybackRight right) {
        var shown = events.find(right.event())
                .map(event -> event.stateAt(clock.instant()))
                .filter(state -> state.open() && state != EventState.CANCELLED);
        return shown.isEmpty()
                || right.holder()
                        .filter(session -> standings.of(session) != Standing.LIVE)
                        .isPresent();
    }
}
