package foyer.registration.dynamodb;

import foyer.registration.Capacity;
import foyer.shared.dynamodb.LocalStore;
import foyer.shared.dynamodb.OutboxItems;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The counter in its parts, and what it puts aside for those who wait, against one that just counts: through registering, waiting,
 * offers, holds that lapse, leaving and changes of the capacity.
 */
class SeatCountIT {
    /** Shorter ones hardly ever come to a full event that somebody waits for. */
    private static final int LEAST_STEPS = 50;

    private static final int MOST_STEPS = 60;
    private static final int FEW_SEATS = 6;
    private static final int MOST_SEATS = 20;
    private static final LocalStore STORE = LocalStore.with(
            RegistrationTables.REGISTRATIONS,
            RegistrationTables.ADDRESSES,
            RegistrationTables.SEATS,
            OutboxItems.DEFINITION);

    /** What happens to an event. */
    private enum What {
        COMES,
        COMES_OR_WAITS,
        LEAVES,
        WAITS_NO_MORE,
        TIMER_OFFERS,
        CAPACITY_CHANGES
    }

    /** @param number who leaves, or how many seats there are from now on */
    private record Step(What what, int number) {}

    @BeforeContainer
    static void open() {
        STORE.open(SeatCountIT.class);
    }

    @AfterContainer
    static void close() {
        STORE.close();
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        var what = Arbitraries.frequency(
                Tuple.of(1, What.COMES),
                Tuple.of(6, What.COMES_OR_WAITS),
                Tuple.of(4, What.LEAVES),
                Tuple.of(1, What.WAITS_NO_MORE),
                Tuple.of(2, What.TIMER_OFFERS),
                Tuple.of(2, What.CAPACITY_CHANGES));
        var number = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(1, FEW_SEATS)),
                Tuple.of(1, Arbitraries.integers().between(1, MOST_SEATS)));
        return Combinators.combine(what, number)
                .as(Step::new)
                .list()
                .ofMinSize(LEAST_STEPS)
                .ofMaxSize(MOST_STEPS);
    }

    @Property(tries = 15)
    void aSeatIsSoldAsLongAsThereIsOneAndNotAnyLonger(@ForAll("histories") List<Step> history) {
        var sale = new CountedSale(SomeNodes.aNode(STORE), new Capacity(FEW_SEATS, 1));
        for (var step : history) {
            go(sale, step);
            sale.assertNoMoreAreSeatedThanThereMayBe();
        }
        sale.endTheLine();
        sale.sellTheRest();
    }

    private static void go(CountedSale sale, Step step) {
        switch (step.what()) {
            case COMES -> sale.comes();
            case COMES_OR_WAITS -> sale.comesOrWaits();
            case LEAVES -> sale.leaves(step.number());
            case WAITS_NO_MORE -> sale.waitsNoMore(step.number());
            case TIMER_OFFERS -> sale.offers();
            case CAPACITY_CHANGES -> sale.changeTo(step.number());
        }
    }
}
