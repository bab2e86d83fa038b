package foyer.access;

import foyer.event.Event;
import foyer.mail.LetterKind;
import foyer.shared.EmailAddress;
import foyer.shared.Journal;
import foyer.shared.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Writes to those who register once more at an event that is full: they have a seat, whatever the answer says. They are
 * looked up some seconds after that answer, one after the other: a rush on the last seats is over by then, and who is in it
 * does not wait for others to be looked up. Whom a node that dies had yet to look up is forgotten, and looked up when they
 * come again.
 */
@ApplicationScoped
public class Reminding {
    // In a rush most are refused at once, and each of these costs as much as a seat. Whoever is left out is so for the
    // rush's sake, never for the address's.
    private static final int IN_A_ROW = 20;
    private static final int A_SECOND = 10;
    // A store that is slow shall not gather people.
    private static final int WAIT_AT_MOST = 100;
    private static final Duration AFTERWARDS = Duration.ofSeconds(3);

    private static final Journal JOURNAL = Journal.of(Reminding.class);

    /** @param since by the meter */
    private record Refused(Event event, EmailAddress email, long since) {}

    private final Queue<Refused> refused = new ArrayBlockingQueue<>(WAIT_AT_MOST);
    private final Duration afterwards;
    private final TimeMeter meter;
    private final Bucket rate;

    @Inject
    SendingCodes codes;

    Reminding() {
        this(AFTERWARDS, TimeMeter.SYSTEM_NANOTIME);
    }

    /**
     * @param afterwards how long after they were refused somebody is looked up, at the earliest
     * @param meter that no correction of the clock holds up
     */
    Reminding(Duration afterwards, TimeMeter meter) {
        this.afterwards = afterwards;
        this.meter = meter;
        rate = Bucket.builder()
                .addLimit(limit -> limit.capacity(IN_A_ROW).refillGreedy(A_SECOND, Duration.ofSeconds(1)))
                .withCustomTimePrecision(meter)
                .build();
    }

    /** Keeps in mind that somebody was refused; not those who come when many were a moment ago. */
    public void whoeverHasRegistered(Event event, EmailAddress email) {
        if (rate.tryConsume(1)) {
            refused.offer(new Refused(event, email, meter.currentTimeNanos()));
        }
    }

    /** Writes to those among them who have registered whose time has come. */
    void remindWhoIsDue() {
        var now = meter.currentTimeNanos();
        for (var next = refused.peek();
                next != null && now - next.since() >= afterwards.toNanos();
                next = refused.peek()) {
            refused.remove();
            remind(next.event(), next.email());
        }
    }

    private void remind(Event event, EmailAddress email) {
        try {
            codes.send(event, email, any -> LetterKind.ALREADY_REGISTERED);
        } catch (Problem later) {
            // That every seat is taken is true all the same.
            JOURNAL.note("Nobody was reminded of a seat.", Map.of("why", later.words()));
        }
    }
}
