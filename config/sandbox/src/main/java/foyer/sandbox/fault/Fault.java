package foyer.sandbox.fault;

import java.time.Duration;

/**
 * One thing that is to go wrong.
 *
 * @param operation whose calls it hits, in the service's own word, or {@code *} for all
 * @param count how many calls it hits before it is spent
 * @param lateness how late a delayed call is; zero for the other effects
 */
public record Fault(String operation, Effect effect, int count, Duration lateness) {
    public static final String EVERY_OPERATION = "*";

    /** Waits as long as a delayed call is late. */
    public void sleep() throws InterruptedException {
        Thread.sleep(lateness.toMillis());
    }
}
