package foyer.mail;

import foyer.event.Events;
import foyer.shared.Journal;
import foyer.shared.Problem;
import foyer.shared.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Goes the round: takes what is due in a lane of the outbox to the post office, first what somebody waits for. */
final class Postman {
    private static final Journal JOURNAL = Journal.of(Postman.class);
    private static final Duration A_WHILE = Duration.ofSeconds(1);
    private static final int MOST = 50;

    private final Outbox outbox;
    private final Events events;
    private final Rendering rendering;
    private final Function<Message, Receipt> office;
    private final MailSettings settings;
    private final Turns turns;
    private final Clock clock;

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
        for (var waiting : awaited) {
            if (!turns.awaited(lane)) {
                return;
            }
            takeUp(waiting, theirEvents);
        }
        turns.served(lane);
        var ends = clock.instant().plus(A_WHILE);
        var others = outbox.due(Posting.OTHER, lane, clock.instant(), MOST);
        var othersEvents = new EventsOfARound(events, clock);
        for (var waiting : others) {
            if (clock.instant().isAfter(ends) || !turns.other()) {
                return;
            }
            takeUp(waiting, othersEvents);
        }
    }

    private void takeUp(Waiting waiting, EventsOfARound read) {
        outbox.claim(waiting, clock.instant().plus(settings.lease())).ifPresent(claimed -> deliver(claimed, read));
    }

    // A letter that cannot be written is one for a person, and the others go on; a silent store ends the round.
    private void deliver(Dispatch claimed, EventsOfARound read) {
        Message message;
        try {
            message = written(claimed, read);
        } catch (Unavailable silent) {
            throw silent;
        } catch (RuntimeException bug) {
            spoilt(claimed, "It cannot be written: ", bug);
            return;
        }
        hand(claimed, message);
    }

    private void hand(Dispatch claimed, Message message) {
        Receipt receipt;
        try {
            receipt = office.apply(message);
        } catch (TimeoutException tooLate) {
            // It was told by an interrupt, which the container leaves standing where the call then failed: the store
            // would
            // refuse this thread.
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
        if (receipt instanceof Receipt.Refused refused) {
            bury(claimed, refused.reason());
        } else {
            outbox.settle(claimed, clock.instant().plus(settings.kept()));
        }
    }

    private void closed(Dispatch claimed, RuntimeException why) {
        turns.rest();
        JOURNAL.warn("The post office takes nothing at present.", about(claimed), why);
        again(claimed, why.getClass().getSimpleName() + ": " + why.getMessage());
    }

    private void spoilt(Dispatch claimed, String what, RuntimeException bug) {
        JOURNAL.alert("A letter needs a person.", about(claimed), bug);
        bury(claimed, what + bug.getMessage());
    }

    private Message written(Dispatch claimed, EventsOfARound read) {
        var letter = Posting.letter(claimed.outgoing());
        return rendering.message(claimed.outgoing().id(), letter, read.event(letter.event()));
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
