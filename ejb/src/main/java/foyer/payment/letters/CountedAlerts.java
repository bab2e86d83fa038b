package foyer.payment.letters;

import foyer.payment.ledger.Payment;
import foyer.payment.provider.CheckoutRefused;
import foyer.shared.Fields;
import foyer.shared.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;

/** A line in the log, and one more of the metric {@code foyer_payment_alerts}, of this node since its start. */
@ApplicationScoped
class CountedAlerts implements Alerts {
    private static final Journal JOURNAL = Journal.of(CountedAlerts.class);
    private static final String NAME = "foyer_payment_alerts";

    @Inject
    MetricRegistry metrics;

    @Override
    public void raised(Payment payment, @Nullable CheckoutRefused why) {
        JOURNAL.alert("A payment needs a person.", about(payment), why);
        metrics.counter(NAME).inc();
    }

    private static Map<String, ?> about(Payment payment) {
        return Map.of(
                "paymentId", payment.id().value(),
                "eventId", payment.event().value(),
                "outcome", payment.outcome(),
                "needs", Fields.wireNames(payment.needs()));
    }
}
