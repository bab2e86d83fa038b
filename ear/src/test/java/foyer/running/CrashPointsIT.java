package foyer.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import foyer.launch.Await;
import foyer.launch.FoyerSettings;
import foyer.launch.MicroServer;
import foyer.launch.Ports;
import foyer.running.Relay.Call;
import foyer.running.Relay.Moment;
import foyer.whole.Build;
import foyer.whole.Http;
import foyer.whole.Whole;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The server is killed (-9) before and after calls of the way of a payment to store and provider, and started again: money,
 * seat, right, vouchers and letters agree, and so they do once whoever got no answer has asked again. Which calls there are is
 * not known here but recorded. As each costs a start, a sample is taken: those that write at the provider, and where a journey
 * has few or none of these, what it writes at the store. {@code -Dfoyer.crash-points=all} takes each kind of call of each
 * journey the first and the second time.
 */
@Isolated("it keeps the payment provider from telling anybody anything")
@EnabledIfSystemProperty(named = "foyer.test.long", matches = "true", disabledReason = "for -Dfoyer.test.long=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashPointsIT {
    private static final boolean ALL = "all".equals(System.getProperty("foyer.crash-points"));
    private static final String PREFIX = "crashing-";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Tables: but for what has to do with the outbox's going out alone, all that a payment comes by. */
    private static final List<String> OF_PAYMENTS = List.of(
            "payments", "registrations", "vouchers", "voucherUses", "leases", "sessions", "audit", "answers", "events");

    private final Relay relay = Relay.to(Whole.sandbox(), PREFIX);
    private final int port = Ports.free();
    private final FoyerSettings settings = Whole.manyCallers(Whole.settings(PREFIX))
            .with("foyer.store.endpoint", relay.store())
            .with("foyer.payment.stripe.endpoint", relay.stripe())
            .with("foyer.requests.lease", "5s")
            .with("foyer.reconcile.every", "2s")
            // What the server had taken up of letters when it was killed goes out after that.
            .with("foyer.mail.lease", "40s");
    private MicroServer server;

    @BeforeAll
    void start() {
        server = started();
        Whole.sandbox().tellOfPayments(server.url(), settings);
    }

    @AfterAll
    void stop() {
        server.close();
        relay.close();
    }

    @TestFactory
    Stream<DynamicTest> whoBuysAndGetsTheirMoneyBack() {
        return killedAtEach("normal", () -> aSale(Sale::boughtAndReturned), CrashPointsIT::orders);
    }

    @TestFactory
    Stream<DynamicTest> whoBuysAndGetsTheirMoneyBackWithNoticesOff() {
        return killedAtEach("off", () -> aSale(Sale::boughtAndReturned), CrashPointsIT::orders);
    }

    @TestFactory
    Stream<DynamicTest> whoPaysAndIsSeenNoMoreWithNoticesOff() {
        return killedAtEach("off", () -> aSale(Sale::boughtByWhoNeverCameBack), CrashPointsIT::orders);
    }

    @TestFactory
    Stream<DynamicTest> whoGetsAPartBackAndKeepsTheSeat() {
        return killedAtEach(
                "normal",
                () -> new SaleJourney(
                        new Sale(everyone(), organizer()), Sale::boughtByWhoNeverCameBack, Sale::partlyReturned),
                call -> orders(call) || writes(call));
    }

    /** The checkout that is left is closed at the provider. */
    @TestFactory
    Stream<DynamicTest> whoTakesAnotherVoucherAtTheLastMoment() {
        return killedAtEach("normal", () -> aSale(Sale::boughtWithAnotherVoucher), CrashPointsIT::orders);
    }

    @TestFactory
    Stream<DynamicTest> whoHasAVoucherForAllOfIt() {
        return killedAtEach(
                "normal",
                () -> new SaleJourney(Sale.forNothing(everyone(), organizer()), sale -> {}, Sale::givenAway),
                CrashPointsIT::writes);
    }

    /** Of several refunds the second is one that is ordered while the first is on its way. */
    @TestFactory
    Stream<DynamicTest> whoBoughtForWhatIsCalledOff() {
        return killedAtEach(
                "normal",
                () -> new CalledOffEvening(everyone(), organizer()),
                call -> (call.name().startsWith("POST") && call.time() <= 2) || writes(call));
    }

    private static boolean orders(Call call) {
        return call.time() == 1 && call.name().startsWith("POST");
    }

    private static boolean writes(Call call) {
        return call.time() == 1 && call.name().startsWith("TransactWriteItems");
    }

    private Stream<DynamicTest> killedAtEach(String notices, Supplier<Journey> journeys, Predicate<Call> usual) {
        mode(notices);
        var journey = journeys.get();
        journey.setsOut();
        relay.begin();
        journey.goes();
        var recorded =
                relay.calls().stream().filter(CrashPointsIT::isOfPayments).toList();
        recorded.forEach(call -> System.out.println("Recorded with notices " + notices + ": " + call));
        assertThat(recorded).hasSizeGreaterThan(10);
        var taken = recorded.stream()
                .filter(call -> ALL ? call.time() <= 2 : usual.test(call))
                .toList();
        assertThat(taken).as("calls at which it is killed").isNotEmpty();
        return taken.stream()
                .flatMap(call -> Stream.of(Moment.values())
                        .map(moment -> dynamicTest(moment + " " + call + ", notices " + notices, () -> {
                            mode(notices);
                            killed(call, moment, journeys);
                        })));
    }

    private void killed(Call call, Moment moment, Supplier<Journey> journeys) {
        if (!server.process().alive()) {
            server = started();
        }
        var journey = journeys.get();
        journey.setsOut();
        relay.strike(call, moment, () -> server.process().kill());
        try {
            journey.goes();
        } catch (AssertionError | RuntimeException unanswered) {
            if (!relay.struck()) {
                throw unanswered;
            }
        }
        var called = Await.until(PATIENCE, relay::struck);
        relay.begin();
        // Of all calls some come a second time because two met there, which need not meet again.
        assumeThat(called || !ALL || call.time() == 1).as("it was called again").isTrue();
        assertThat(called).as("it was called").isTrue();
        server.close();
        server = started();

        settles(journey);
        journey.goesOn();
        settles(journey);
        assertThat(journey.faultAtTheEnd()).isEmpty();
    }

    private Journey aSale(Consumer<Sale> way) {
        return new SaleJourney(new Sale(everyone(), organizer()), sale -> {}, way);
    }

    private Http everyone() {
        return Http.to(server.url());
    }

    private Http organizer() {
        return Whole.signedIn(everyone(), Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD);
    }

    private static void settles(Journey journey) {
        if (!Await.until(PATIENCE, () -> journey.fault().isEmpty())) {
            assertThat(journey.fault()).isEmpty();
        }
    }

    private static boolean isOfPayments(Call call) {
        return call.name().contains("/v1/") || OF_PAYMENTS.stream().anyMatch(call.name()::contains);
    }

    private MicroServer started() {
        return MicroServer.start(Build.microJar(), port, Ports.free(), settings, Build.logs());
    }

    private static void mode(String notices) {
        Whole.sandbox().control("PUT", "/stripe/_control/webhooks", "{\"mode\":\"" + notices + "\"}");
    }
}
