package foyer.payment.stripe;

import foyer.event.Event;
import foyer.payment.ledger.Checkout;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Seen;
import foyer.payment.provider.BadSignature;
import foyer.payment.provider.CheckoutRefused;
import foyer.payment.provider.Checkouts;
import foyer.registration.Registration;
import foyer.shared.Money;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands where there is no key: nothing is sold here. What was sold while there was one waits until there is one again. */
final class NoCheckouts implements Checkouts {
    private static final String WORDS = "This deployment takes no payments.";
    private static final Duration LATER = Duration.ofMinutes(1);

    @Override
    public Checkout open(Payment payment, Registration registration, Event event) {
        throw new CheckoutRefused(WORDS);
    }

    @Override
    public Seen look(Payment payment) {
        throw new Unavailable(WORDS, LATER);
    }

    @Override
    public void close(Payment payment) {
        throw new Unavailable(WORDS, LATER);
    }

    @Override
    public boolean has(Money amount) {
        throw new Unavailable(WORDS, LATER);
    }

    @Override
    public void refund(Payment payment, long minorUnits) {
        throw new Unavailable(WORDS, LATER);
    }

    @Override
    public Optional<PaymentId> read(byte[] notice, @Nullable String signature) {
        throw new BadSignature(WORDS);
    }

    @Override
    public Heard heardSince(@Nullable String place) {
        return new Heard(Set.of(), place, false, false);
    }

    @Override
    public Statement statement(Instant from, Instant to, @Nullable String position) {
        return new Statement(List.of(), null);
    }

    @Override
    public Line line() {
        return new Line(0, Duration.ZERO);
    }

    @Override
    public Duration pace() {
        return Duration.ZERO;
    }
}
