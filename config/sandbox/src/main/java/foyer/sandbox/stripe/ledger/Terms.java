package foyer.sandbox.stripe.ledger;

import java.time.Duration;

/**
 * On what terms an account is kept.
 *
 * @param account its id, as {@code acct_…}
 * @param payPage the address of the pay page, up to where a session's id follows
 * @param callsASecond of one endpoint, before calls are refused as too many; 0 for any number
 * @param pause how a delayed call passes its time: by sleeping, or by moving a virtual clock
 */
public record Terms(String account, String payPage, int callsASecond, Pause pause) {
    /** Stripe's limit of an endpoint in a sandbox (docs.stripe.com/rate-limits). */
    public static final int USUAL_CALLS_A_SECOND = 25;

    /** Lets time pass. */
    @FunctionalInterface
    public interface Pause {
        void pass(Duration time) throws InterruptedException;
    }
}
