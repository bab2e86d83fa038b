package foyer.analytics;

import foyer.event.EventId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tallies as one of several nodes has them, all of which have looked before the first of them counts. */
final class Meeting implements Tallies {
    private static final int PATIENCE_SECONDS = 30;

    private final Tallies tallies;
    private final CyclicBarrier everybody;
    private boolean met;

    Meeting(Tallies tallies, CyclicBarrier everybody) {
        this.tallies = tallies;
        this.everybody = everybody;
    }

    @Override
    public synchronized Map<String, Tally> find(Collection<String> viewers) {
        var found = tallies.find(viewers);
        if (!met) {
            met = true;
            await();
        }
        return found;
    }

    @Override
    public boolean count(EventId event, List<Change> changes, Counts counts) {
        return tallies.count(event, changes, counts);
    }

    @Override
    public Counts of(EventId event) {
        return tallies.of(event);
    }

    private void await() {
        try {
            everybody.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", hurried);
        } catch (BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException("The others did not come.", alone);
        }
    }
}
