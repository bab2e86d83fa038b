package foyer.media.edge;

import foyer.event.EventId;
import foyer.event.Events;
import foyer.session.Holding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the edge what was taken back, and lets it forget what is over. What was noted was only about to be done: it is looked at whether it
 * was, and what was not is forgotten after a while.
 */
@ApplicationScoped
class TellingTheEdge {
    /** As many as CloudFront's store takes in one call. */
    static final int A_CALL = 50;

    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration SURELY_DONE = Duration.ofMinutes(2);

    @Inject
    Edge edge;

    @Inject
    Revocations revocations;

    @Inject
    Holding holding;

    @Inject
    Events events;

    @Inject
    Clock clock;

    /** @return whether there may be more to tell */
    boolean tell() {
        var now = clock.instant();
        var due = revocations.due(now, A_CALL);
        var over = due.stream().filter(each -> each.overAt(now)).toList();
        var refused = new ArrayList<Revocation>();
        var open = new ArrayList<Revocation>();
        due.stream().filter(each -> !each.overAt(now)).forEach(each -> (isDone(each) ? refused : open).add(each));
        if (!over.isEmpty() || !refused.isEmpty()) {
            edge.tell(keys(refused), keys(over));
        }
        // Whoever dies here is followed by somebody who tells the same again.
        revocations.note(refused.stream().map(Revocation::known).toList());
        revocations.remove(over);
        settle(open, now);
        return due.size() == A_CALL;
    }

    private void settle(List<Revocation> open, Instant now) {
        var never = open.stream()
                .filter(each -> each.notedAt().plus(SURELY_DONE).isBefore(now))
                .toList();
        revocations.remove(never);
        revocations.change(open.stream()
                .filter(each -> !never.contains(each))
                .map(each -> each.lookedAtAgain(now.plus(AGAIN)))
                .toList());
    }

    private boolean isDone(Revocation noted) {
        return noted.told()
                || noted.session().filter(session -> !holding.mayWatch(session)).isPresent()
                || noted.event().filter(this::isGone).isPresent();
    }

    private boolean isGone(EventId id) {
        return events.find(id).filter(event -> !event.takenDown()).isEmpty();
    }

    private static List<String> keys(List<Revocation> revocations) {
        return revocations.stream().map(Revocation::key).toList();
    }
}
