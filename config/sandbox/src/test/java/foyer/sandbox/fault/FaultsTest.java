package foyer.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final Faults faults = new Faults();

    private static Fault fault(String operation, Effect effect, int count) {
        return new Fault(operation, effect, count, Duration.ZERO);
    }

    @Test
    void hitsNothingUntilItIsSwitchedOn() {
        assertThat(faults.strike("PutItem")).isEmpty();
    }

    @Property(tries = 50)
    void hitsExactlyAsOftenAsItWasTold(@ForAll @IntRange(min = 1, max = 20) int count) {
        var switched = new Faults();
        switched.put(fault("PutItem", Effect.BEFORE, count));

        var hits = 0;
        for (var call = 0; call < 25; call++) {
            hits += switched.strike("PutItem").isPresent() ? 1 : 0;
        }

        assertThat(hits).isEqualTo(count);
    }

    @Test
    void leavesOtherOperationsAlone() {
        faults.put(fault("PutItem", Effect.BEFORE, 1));

        assertThat(faults.strike("GetItem")).isEmpty();
        assertThat(faults.strike("PutItem")).isPresent();
    }

    @Test
    void aNamedOperationGoesBeforeAll() {
        faults.put(fault("*", Effect.DELAY, 1));
        faults.put(fault("PutItem", Effect.RESET, 1));

        assertThat(faults.strike("PutItem")).map(Fault::effect).contains(Effect.RESET);
        assertThat(faults.strike("PutItem")).map(Fault::effect).contains(Effect.DELAY);
        assertThat(faults.strike("PutItem")).isEmpty();
    }

    @Test
    void theLaterFaultOnAnOperationTakesThePlaceOfTheEarlier() {
        faults.put(fault("PutItem", Effect.BEFORE, 5));
        faults.put(fault("PutItem", Effect.AFTER, 1));

        assertThat(faults.list()).hasSize(1);
        assertThat(faults.strike("PutItem")).map(Fault::effect).contains(Effect.AFTER);
    }

    @Test
    void aSpentFaultStillTellsHowOftenItHit() {
        faults.put(fault("PutItem", Effect.BEFORE, 1));
        assertThat(faults.strike("PutItem")).isPresent();

        assertThat(faults.list()).singleElement().satisfies(tally -> {
            assertThat(tally.hits()).isEqualTo(1);
            assertThat(tally.isSpent()).isTrue();
        });
    }

    @Test
    void callsAtTheSameTimeShareTheCount() throws Exception {
        faults.put(fault("*", Effect.BEFORE, 100));
        var hits = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(8);
        for (var call = 0; call < 400; call++) {
            threads.execute(() -> faults.strike("PutItem").ifPresent(hit -> hits.incrementAndGet()));
        }
        threads.shutdown();

        assertThat(threads.awaitTermination(10, java.util.concurrent.TimeUnit.SECONDS))
                .isTrue();
        assertThat(hits).hasValue(100);
    }
}
