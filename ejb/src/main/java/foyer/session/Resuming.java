package foyer.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells where viewers who come back with the session they have were last. */
@Dependent
public class Resuming {
    private final Positions positions;
    private final LiveSessions live;

    @Inject
    Resuming(Positions positions, LiveSessions live) {
        this.positions = positions;
        this.live = live;
    }

    /**
     * Of the viewer, be it on another screen; empty where nobody has registered, or nothing has played. Asks the store, and
     * this node's memory, for who reloads a page comes back sooner than the store is told.
     */
    public Optional<Duration> positionOf(Session session) {
        if (!session.registered()) {
            return Optional.empty();
        }
        var heard = live.find(session.id()).flatMap(LiveSession::position);
        return Stream.of(positions.find(session.viewer()), heard)
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Position::seenAt))
                .map(Position::at);
    }
}
