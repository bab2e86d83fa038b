package foyer.shared;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * The rounds that a timer goes on one node: so many at a time, for a slow store shall not gather threads, and whatever goes
 * wrong in one of them is told and the next one comes. Payara gives a timer up for good, until the server starts again, when
 * two of its calls on end fail.
 */
public final class Rounds {
    /** What is to be done each time. */
    @FunctionalInterface
    public interface Round {
        /** Fails with {@link InterruptedException} when the server ends. */
        void go() throws InterruptedException;
    }

    private final Journal journal;
    private final String later;
    private final Semaphore places;

    private Rounds(Journal journal, String later, int atOnce) {
        this.journal = journal;
        this.later = later;
        this.places = new Semaphore(atOnce);
    }

    /**
     * One at a time.
     *
     * @param later the sentence for the log when the store or another service does not answer
     */
    public static Rounds of(Class<?> timer, String later) {
        return of(timer, later, 1);
    }

    /** So many at a time. */
    public static Rounds of(Class<?> timer, String later, int atOnce) {
        return new Rounds(Journal.of(timer), later, atOnce);
    }

    /** Goes a round, unless as many as may be are still going on. It never fails. */
    public void next(Round round) {
        next(Runnable::run, round);
    }

    /** The same on another thread, without waiting for it. */
    public void next(Executor threads, Round round) {
        if (!places.tryAcquire()) {
            return;
        }
        try {
            threads.execute(() -> go(round));
        } catch (RejectedExecutionException stopping) {
            places.release();
        }
    }

    private void go(Round round) {
        try {
            round.go();
        } catch (Problem silent) {
            journal.warn(later, Map.of("why", silent.words()), silent);
        } catch (RuntimeException bug) {
            journal.alert("A timer's round failed. It goes the next one all the same.", Map.of(), bug);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }
}
