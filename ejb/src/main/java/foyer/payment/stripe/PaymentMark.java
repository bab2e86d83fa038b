package foyer.payment.stripe;

import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.shared.Ids;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what we know our payments at Stripe: a session's reference, and metadata of all that it brings about. */
final class PaymentMark {
    static final String PAYMENT = "paymentId";

    private PaymentMark() {}

    static Map<String, String> of(Payment payment) {
        return Map.of(
                PAYMENT,
                payment.id().value(),
                "registrationId",
                payment.registration().value(),
                "eventId",
                payment.event().value());
    }

    /**
     * Whose an object says that it is.
     *
     * @param reference a session's {@code client_reference_id}
     * @param metadata may be absent
     */
    static Optional<PaymentId> read(@Nullable Object reference, @Nullable Object metadata) {
        return id(reference).or(() -> metadata instanceof Map<?, ?> marks ? id(marks.get(PAYMENT)) : Optional.empty());
    }

    private static Optional<PaymentId> id(@Nullable Object text) {
        return text instanceof String id && Ids.wellFormed(id) ? Optional.of(new PaymentId(id)) : Optional.empty();
    }
}
