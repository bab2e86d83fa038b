package foyer.sandbox.stripe.payment;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a payment and its refunds.
 *
 * @param challenged whether the bank asks the shopper first (3-D Secure)
 * @param decline why it fails, if it does
 * @param lateness how long it is being processed; zero where the outcome is known at once
 * @param refunding what becomes of a refund
 * @param dispute the reason of the dispute that follows, if one does
 */
public record Fate(
        boolean challenged,
        @Nullable Decline decline,
        Duration lateness,
        Refunding refunding,
        @Nullable String dispute) {

    /** What becomes of a refund (docs.stripe.com/testing, "Refunds"). */
    public enum Refunding {
        SUCCEEDS,
        /** It is pending first. */
        SUCCEEDS_LATE,
        /** It seems to succeed first. */
        FAILS_LATE
    }

    static final Fate PAID = new Fate(false, null, Duration.ZERO, Refunding.SUCCEEDS, null);

    static Fate declined(Decline decline) {
        return new Fate(false, decline, Duration.ZERO, Refunding.SUCCEEDS, null);
    }

    Fate afterChallenge() {
        return new Fate(true, decline, lateness, refunding, dispute);
    }

    Fate late(Duration time) {
        return new Fate(challenged, decline, time, Refunding.SUCCEEDS_LATE, dispute);
    }

    static Fate refunded(Refunding refunding) {
        return new Fate(false, null, Duration.ZERO, refunding, null);
    }

    Fate disputed(String reason) {
        return new Fate(challenged, decline, lateness, refunding, reason);
    }

    public Optional<Decline> refusal() {
        return Optional.ofNullable(decline);
    }

    public Optional<String> disputeReason() {
        return Optional.ofNullable(dispute);
    }

    public boolean isLate() {
        return !lateness.isZero();
    }
}
