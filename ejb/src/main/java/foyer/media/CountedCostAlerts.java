package foyer.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** As the metric {@code foyer_live_cost_alerts}, of this node since its start. */
@ApplicationScoped
class CountedCostAlerts implements CostAlerts {
    private static final String NAME = "foyer_live_cost_alerts";

    @Inject
    MetricRegistry metrics;

    @Override
    public void raised() {
        metrics.counter(NAME).inc();
    }
}
