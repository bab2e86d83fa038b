package foyer.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** As the metric {@code foyer_payment_alerts}, of this node since its start. */
@ApplicationScoped
class CountedAlerts implements Alerts {
    private static final String NAME = "foyer_payment_alerts";

    @Inject
    MetricRegistry metrics;

    @Override
    public void raised() {
        metrics.counter(NAME).inc();
    }
}
