package foyer.mail;

import foyer.event.Events;
import foyer.shared.Journal;
import foyer.shared.Problem;
import foyer.shared.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Goes the round: takes what is due in a lane of the outbox to the post office, first what somebody waits for. Of that a handful
 * is taken up together, and handed over letter by letter; letters that can wait are taken up one by one, for each gives way to
 * whoever begins to wait.
 */
final class Postman {
    private static final Journal JOURNAL = Journal.of(Postman.class);
    private static final Duration A_WHILE = Duration.ofSeconds(1);
    private static final int MOST = 50;
    // What a dead node had in its hands goes out after the lease only, so it is not to be much.
    private static final int HANDFUL = 10;
    // Long enough for a handful at half a second a letter, and short beside the lease.
    private static final Duration A_HANDFUL_TAKES = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final Events events;
    private final Rendering rendering;
    private final Function<Message, Receipt> office;
    private final MailSettings settings;
    private final Turns turns;
    private final Clock clock;
    private final AtomicBoolean alerted = new AtomicBoolean();

    Postman(
            Outbox outbox,
            Events events,
            Rendering rendering,
            Function<Message, Receipt> office,
            MailSettings settings,
            Turns turns,
            Clock clock) {
        this.outbox = outbox;
        this.events = events;
        this.rendering = rendering;
        this.office = office;
        this.settings = settings;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Until the lane is empty, the rate is used up or the post office is closed. Letters that can wait do not keep the lane
     * from the next round for long, for somebody may have begun to wait.
     */
    void round(int lane) {
        var awaited = outbox.due(Posting.AWAITED, lane, clock.instant(), MOST);
        var theirEvents = new EventsOfARound(events, clock);
        for (var from = 0; from < awaited.size(); ) {
            var wanted = Math.min(handful(), awaited.size() - from);
            var turn = turns.awaited(lane, wanted);
            if (!takeUp(awaited.subList(from, from + turn), theirEvents) || turn < wanted) {
                return;
            }
            from += wanted;
        }
        turns.served(lane);
        var ends = clock.instant().plus(A_WHILE);
        var others = outbox.due(Posting.OTHER, lane, clock.instant(), MOST);
        var othersEvents = new EventsOfARound(events, clock);
        for (var waiting : others) {
            if (clock.instant().isAfter(ends) || !turns.other()) {
                return;
            }
            takeUp(List.of(waiting), othersEvents);
        }
    }

    /** Not more than the share of a lane in the letters of a second, so that none has to wait for another's handful. */
    private int handful() {
        return Math.max(1, Math.min(HANDFUL, settings.rate() / outbox.lanes()));
    }

    /** False where some of them were put back: then those behind them wait too, or they would come before these. */
    private boolean takeUp(List<Waiting> seen, EventsOfARound read) {
        // Whoever is handed over has all of the lease, the last one of a handful too.
        var fresh = clock.instant().plus(A_HANDFUL_TAKES);
        var claimed = outbox.claim(seen, fresh.plus(settings.lease()));
        var next = 0;
        try {
            while (next < claimed.size() && (next == 0 || goesOn(fresh))) {
                deliver(claimed.get(next++), read);
            }
        } finally {
            putBack(claimed.subList(next, claimed.size()), seen);
        }
        return next == claimed.size();
    }

    private boolean goesOn(Instant fresh) {
        return !turns.resting() && clock.instant().isBefore(fresh);
    }

    private void putBack(List<Dispatch> claimed, List<Waiting> seen) {
        claimed.forEach(dispatch -> seen.stream()
                .filter(waiting -> waiting.id().equals(dispatch.outgoing().id()))
                .forEach(waiting -> outbox.putBack(dispatch, waiting)));
    }

    // A letter that cannot be written is one for a person, and the others go on; a silent store ends the round.
    private void deliver(Dispatch claimed, EventsOfARound read) {
        Optional<Message> message;
        try {
            message = written(claimed, read);
        } catch (Unavailable silent) {
            throw silent;
        } catch (RuntimeException bug) {
            spoilt(claimed, "It cannot be written: ", bug);
            return;
        }
        message.ifPresentOrElse(written -> hand(claimed, written), () -> leave(claimed));
    }

    // The office hears nothing of it, so that the next letter has its turn.
    private void leave(Dispatch claimed) {
        turns.giveBack();
        JOURNAL.note("A letter is not sent, for what it says is over.", about(claimed));
        outbox.settle(claimed, clock.instant().plus(settings.kept()));
    }

    private void hand(Dispatch claimed, Message message) {
        Receipt receipt;
        try {
            receipt = office.apply(message);
        } catch (TimeoutException tooLate) {
            // It was told by an interrupt, which the container leaves standing where the call then failed: the store
            // would refuse this thread.
            Thread.interrupted();
            closed(claimed, tooLate);
            return;
        } catch (Problem | FaultToleranceException closed) {
            closed(claimed, closed);
            return;
        } catch (RuntimeException bug) {
            // One letter that nobody can send must not close the office to all others.
            spoilt(claimed, "It cannot be sent: ", bug);
            return;
        }
        if (receipt instanceof Receipt.Taken) {
            alerted.set(false);
            outbox.settle(claimed, clock.instant().plus(settings.kept()));
        } else if (receipt instanceof Receipt.Refused refused) {
            bury(claimed, refused.reason());
        } else if (receipt instanceof Receipt.Later later) {
            again(claimed, later.reason());
        }
    }

    private void closed(Dispatch claimed, RuntimeException why) {
        turns.rest();
        var words = why.getClass().getSimpleName() + ": " + why.getMessage();
        if (why instanceof SenderRefused) {
            keep(claimed, words);
            alertOnce(claimed, why);
        } else {
            JOURNAL.warn("The post office takes nothing at present.", about(claimed), why);
            again(claimed, words);
        }
    }

    // However long a person takes to mend it, none of these letters is at fault: half of its tries stay for what may
    // come then.
    private void keep(Dispatch claimed, String why) {
        var next = claimed.next(clock.instant());
        if (claimed.attempts() * 2 > settings.attempts()) {
            outbox.putBack(claimed, new Waiting(claimed.outgoing().id(), next));
        } else {
            outbox.postpone(claimed, next, why);
        }
    }

    // Until the office takes a letter again: nobody is to be woken every five seconds.
    private void alertOnce(Dispatch claimed, RuntimeException why) {
        if (alerted.compareAndSet(false, true)) {
            JOURNAL.alert("The post office refuses the sender: no letter goes out.", about(claimed), why);
        }
    }

    private void spoilt(Dispatch claimed, String what, RuntimeException bug) {
        JOURNAL.alert("A letter needs a person.", about(claimed), bug);
        bury(claimed, what + bug.getMessage());
    }

    /** Empty where it is of no use to its reader any more. */
    private Optional<Message> written(Dispatch claimed, EventsOfARound read) {
        var letter = Posting.letter(claimed.outgoing());
        var now = clock.instant();
        if (letter.overAt(now)) {
            return Optional.empty();
        }
        var event = read.event(letter.event());
        return letter.isVain(event, now)
                ? Optional.empty()
                : Optional.of(rendering.message(claimed.outgoing().id(), letter, event));
    }

    private void again(Dispatch claimed, String why) {
        if (claimed.attempts() < settings.attempts()) {
            outbox.postpone(claimed, claimed.next(clock.instant()), why);
        } else {
            bury(claimed, why);
        }
    }

    private void bury(Dispatch claimed, String why) {
        var now = clock.instant();
        JOURNAL.warn("A letter is given up.", about(claimed));
        outbox.bury(claimed, now, now.plus(settings.kept()), why);
    }

    private static Map<String, ?> about(Dispatch claimed) {
        return Map.of("outgoingId", claimed.outgoing().id(), "attempts", claimed.attempts());
    }
}
