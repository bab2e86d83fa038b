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
import java.util.concurrent.Semaphore;

/** Writes to those who register once more at an event that is full: they have a seat, whatever the answer says. */
@ApplicationScoped
public class Reminding {
    // In a rush on the last seats most are refused at once, and each of these costs as much as a seat: with eight at
    // once the rush itself was refused by a store that was busy with them, and two at once, without a pause, kept a
    // good part of it busy as long as the rush went on. Whoever is left out is so for the rush's sake, never for the
    // address's.
    private static final int AT_ONCE = 2;
    private static final int IN_A_ROW = 20;
    private static final int A_SECOND = 10;

    private static final Journal JOURNAL = Journal.of(Reminding.class);

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Bucket rate;

    @Inject
    SendingCodes codes;

    Reminding() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    /** @param meter that no correction of the clock holds up */
    Reminding(TimeMeter meter) {
        rate = Bucket.builder()
                .addLimit(limit -> limit.capacity(IN_A_ROW).refillGreedy(A_SECOND, Duration.ofSeconds(1)))
                .withCustomTimePrecision(meter)
                .build();
    }

    /** Does nothing while many are written to at once, or were a moment ago. */
    public void whoeverHasRegistered(Event event, EmailAddress email) {
        if (!places.tryAcquire()) {
            return;
        }
        try {
            if (rate.tryConsume(1)) {
                remind(event, email);
            }
        } finally {
            places.release();
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
