package foyer.payment.refund;

import foyer.payment.SomePayments;
import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Payment;
import java.util.Map;

/** What an event says of disputes, and how one is seen. */
final class SomeDisputes {
    private SomeDisputes() {}

    /** @param onDispute {@code revoke} or {@code keep}, what becomes of a seat that is disputed */
    static SomePayments selling(String onDispute) {
        return new SomePayments(
                Map.of("paymentConfig", Map.of("price", 1200L, "currency", "EUR", "onDispute", onDispute)));
    }

    /** It is seen how its disputes stand by now. */
    static void disputed(SomePayments house, Payment payment, Disputes dispute) {
        house.checkouts.dispute(payment, dispute);
        house.settling.settle(payment.id());
    }
}
