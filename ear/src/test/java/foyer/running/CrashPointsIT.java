package foyer.running;

import foyer.running.Relay.Call;
import foyer.whole.Http;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The server is killed (-9) before and after calls of the way of a payment to store and provider, and started again: money,
 * seat, right, vouchers and letters agree, and so they do once whoever got no answer has asked again. Which calls there are is
 * not known here but recorded, and all are of that way but those of which {@link Killing} says what else they are for. As each
 * costs a start, a sample is taken: those that write at the provider, and where a journey has few or none of these, what it
 * writes at the store.
 *
 * <p>{@code -Dfoyer.crash-points=all} takes each call that orders something at the provider or changes several things at once,
 * however often it comes, and of all others the first two of a name. For these that is enough: who dies beside a call that
 * reads leaves no more behind than who dies after the call that wrote before it, and where one thing alone is changed, on
 * condition that it is unchanged, a journey does it again and again for the same reason: to take up what is due, or a lease.
 */
@Isolated("it keeps the payment provider from telling anybody anything")
@EnabledIfSystemProperty(named = "foyer.test.long", matches = "true", disabledReason = "for -Dfoyer.test.long=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashPointsIT {
    private Killing killing;

    @BeforeAll
    void start() {
        killing = Killing.begun();
    }

    @BeforeEach
    void name(TestInfo about) {
        killing.names(about.getTestMethod().orElseThrow().getName());
    }

    @AfterAll
    void stop() {
        killing.close();
    }

    @TestFactory
    Stream<DynamicTest> whoBuysAndGetsTheirMoneyBack() {
        return killing.atEachCall(World.NOTHING_UNUSUAL, aSale(Sale::boughtAndReturned), CrashPointsIT::orders);
    }

    @TestFactory
    Stream<DynamicTest> whoBuysAndGetsTheirMoneyBackWithNoticesOff() {
        return killing.atEachCall(World.NOTICES_OFF, aSale(Sale::boughtAndReturned), CrashPointsIT::orders);
    }

    @TestFactory
    Stream<DynamicTest> whoPaysAndIsSeenNoMoreWithNoticesOff() {
        return killing.atEachCall(World.NOTICES_OFF, aSale(Sale::boughtByWhoNeverCameBack), CrashPointsIT::orders);
    }

    @TestFactory
    Stream<DynamicTest> whoGetsAPartBackAndKeepsTheSeat() {
        return killing.atEachCall(
                World.NOTHING_UNUSUAL,
                (everyone, organizer) -> new SaleJourney(
                        new Sale(everyone, organizer), Sale::boughtByWhoNeverCameBack, Sale::partlyReturned),
                call -> orders(call) || writes(call));
    }

    /** The checkout that is left is closed at the provider. */
    @TestFactory
    Stream<DynamicTest> whoTakesAnotherVoucherAtTheLastMoment() {
        return killing.atEachCall(World.NOTHING_UNUSUAL, aSale(Sale::boughtWithAnotherVoucher), CrashPointsIT::orders);
    }

    @TestFactory
    Stream<DynamicTest> whoHasAVoucherForAllOfIt() {
        return killing.atEachCall(
                World.NOTHING_UNUSUAL,
                (everyone, organizer) -> new SaleJourney(
                        Sale.forNothing(everyone, organizer), sale -> {}, Sale::boughtByWhoNeverCameBack),
                CrashPointsIT::writes);
    }

    /** Of several refunds the second is one that is ordered while the first is on its way. */
    @TestFactory
    Stream<DynamicTest> whoBoughtForWhatIsCalledOff() {
        return killing.atEachCall(
                World.NOTHING_UNUSUAL,
                CalledOffEvening::new,
                call -> (call.name().startsWith("POST") && call.time() <= 2) || writes(call));
    }

    @TestFactory
    Stream<DynamicTest> whoLeavesUntilTheHoldIsOver() {
        return killing.atEachCall(World.SHORT_HOLDS, LeftSeat::new, CrashPointsIT::orders);
    }

    @TestFactory
    Stream<DynamicTest> whoseMoneyComesAfterAnotherTookTheSeat() {
        return killing.atEachCall(World.SHORT_HOLDS, LateMoney::new, call -> orders(call) || writes(call));
    }

    @TestFactory
    Stream<DynamicTest> whoPaysTwice() {
        return killing.atEachCall(World.NOTHING_UNUSUAL, PaidTwice::new, CrashPointsIT::orders);
    }

    /** The provider is asked for nothing: what dies is the taking back of the right. */
    @TestFactory
    Stream<DynamicTest> whoDisputesWhereThatEndsTheSeat() {
        return killing.atEachCall(World.NOTHING_UNUSUAL, DisputedSeat::new, CrashPointsIT::endsTheRight);
    }

    /** Nothing is due of one that has its seat: it is the provider's journal alone that tells. */
    @TestFactory
    Stream<DynamicTest> whoDisputesWhereThatEndsTheSeatWithNoticesOff() {
        return killing.atEachCall(World.NOTICES_OFF, DisputedSeat::new, CrashPointsIT::endsTheRight);
    }

    @TestFactory
    Stream<DynamicTest> whosePaymentTakesItsTimeAndComes() {
        return killing.atEachCall(
                World.NOTHING_UNUSUAL, aSale(Sale::boughtByDebit), call -> orders(call) || writes(call));
    }

    /** So it is here: what is on its way is looked at again after hours only. */
    @TestFactory
    Stream<DynamicTest> whosePaymentTakesItsTimeAndComesWithNoticesOff() {
        return killing.atEachCall(World.NOTICES_OFF, aSale(Sale::boughtByDebit), call -> orders(call) || writes(call));
    }

    @TestFactory
    Stream<DynamicTest> whosePaymentTakesItsTimeAndFails() {
        return killing.atEachCall(
                World.NOTHING_UNUSUAL, aSale(Sale::triedByDebit), call -> orders(call) || writes(call));
    }

    private static BiFunction<Http, Http, Journey> aSale(Consumer<Sale> way) {
        return (everyone, organizer) -> new SaleJourney(new Sale(everyone, organizer), sale -> {}, way);
    }

    private static boolean orders(Call call) {
        return call.time() == 1 && call.name().startsWith("POST");
    }

    private static boolean writes(Call call) {
        return call.time() == 1 && call.name().startsWith("TransactWriteItems");
    }

    private static boolean endsTheRight(Call call) {
        return writes(call) || (call.time() == 1 && call.name().equals("PutItem screens"));
    }
}
