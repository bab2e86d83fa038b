package foyer.media.edge;

import foyer.event.Event;
import foyer.event.TakingDown;
import foyer.session.Screens;
import foyer.session.SessionSettings;
import foyer.session.TakingBack;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Notes what the edge has to be told. Where this deployment delivers itself, it asks the right each time, and nothing is noted. */
@ApplicationScoped
public class TakingBackAtEdge implements TakingBack, TakingDown {
    // As long as addresses last that native players are given.
    private static final Duration AFTER_THE_END = Duration.ofHours(1);

    @Inject
    Edge edge;

    @Inject
    Revocations revocations;

    @Inject
    SessionSettings sessions;

    @Inject
    Clock clock;

    @Override
    public void about(List<Screens.Screen> screens) {
        if (edge.there() && !screens.isEmpty()) {
            var now = clock.instant();
            revocations.note(screens.stream()
                    .map(screen -> Revocation.of(screen.session(), screen.expiresAt(), now))
                    .toList());
        }
    }

    @Override
    public void about(Event event) {
        if (edge.there()) {
            var now = clock.instant();
            var end = event.endsAt().toInstant().plus(AFTER_THE_END);
            var lastSession = now.plus(sessions.lifetime());
            revocations.note(List.of(Revocation.of(event.id(), end.isAfter(lastSession) ? end : lastSession, now)));
        }
    }
}
