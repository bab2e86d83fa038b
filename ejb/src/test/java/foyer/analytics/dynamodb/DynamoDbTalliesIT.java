package foyer.analytics.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.analytics.Counts;
import foyer.analytics.Tallies;
import foyer.analytics.TalliesContract;
import foyer.event.EventId;
import foyer.shared.dynamodb.LocalStore;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbTalliesIT implements TalliesContract {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(DynamoDbTallies.TABLE);

    @Override
    public Tallies tallies() {
        return SomeTallies.on(STORE.client(), STORE.settings());
    }

    @Test
    void thePeakOfMinutesThatDoNotChangeAnyMoreIsReadOnce() {
        var event = EventId.fresh();
        // Long before the test's clock, in parts, for a transaction takes a hundred items.
        for (var hour = 0; hour < 7; hour++) {
            var begin = 30_000_000L + 60L * hour;
            var counts = new Counts();
            LongStream.range(begin, begin + 60).forEach(minute -> counts.add(minute, Counts.ACTIVE, 1));
            counts.add(begin, Counts.ACTIVE, hour);
            tallies().count(event, List.of(), counts);
        }
        assertThat(tallies().of(event).peak()).isEqualTo(7);

        var again = tallies().of(event);

        assertThat(again.peak()).isEqualTo(7);
        assertThat(again.rows()).containsExactly(Counts.TOTALS);
    }
}
