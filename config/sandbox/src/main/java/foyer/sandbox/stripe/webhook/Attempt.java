package foyer.sandbox.stripe.webhook;

import java.time.Instant;

/**
 * One sending of a notice, as it is shown afterwards.
 *
 * @param attempt 1 for the first
 * @param status what the endpoint answered; 0 where it did not
 */
public record Attempt(
        String event, String type, String address, int attempt, boolean isCorrupted, int status, Instant at) {}
