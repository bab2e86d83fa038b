package foyer.running;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The server is killed (-9) before and after calls of the way of a payment to store and provider, and started again: money,
 * seat, right and letters agree. Which calls there are is not known here but recorded. As each costs a start, those that
 * write at the provider are taken; {@code -Dfoyer.crash-points=all} takes each kind the first and the second time.
 */
@EnabledIfSystemProperty(named = "foyer.test.long", matches = "true", disabledReason = "for -Dfoyer.test.long=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashPointsIT {
    private static final boolean ALL = "all".equals(System.getProperty("foyer.crash-points"));
    private static final String PREFIX = "crashing-";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Relay relay = Relay.to(Whole.sandbox(), PREFIX);
    private final int port = Ports.free();
    private final FoyerSettings settings = Whole.manyCallers(Whole.settings(PREFIX))
            .with("foyer.store.endpoint", relay.store())
            .with("foyer.payment.stripe.endpoint", relay.stripe())
            .with("foyer.requests.lease", "5s")
            .with("foyer.reconcile.every", "2s");
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
        return killedAtEach(
                "normal", Sale::boughtAndReturned, call -> call.name().startsWith("POST"));
    }

    @TestFactory
    Stream<DynamicTest> whoBuysAndGetsTheirMoneyBackWithNoticesOff() {
        return killedAtEach("off", Sale::boughtAndReturned, call -> call.name().startsWith("POST"));
    }

    @TestFactory
    Stream<DynamicTest> whoPaysAndIsSeenNoMoreWithNoticesOff() {
        return killedAtEach(
                "off", Sale::boughtByWhoNeverCameBack, call -> call.name().startsWith("POST"));
    }

    private Stream<DynamicTest> killedAtEach(String notices, Consumer<Sale> way, Predicate<Call> usual) {
        mode(notices);
        var sale = prepared();
        relay.begin();
        way.accept(sale);
        var recorded =
                relay.calls().stream().filter(CrashPointsIT::isOfPayments).toList();
        recorded.forEach(call -> System.out.println("Recorded with notices " + notices + ": " + call));
        assertThat(recorded).hasSizeGreaterThan(10);
        var taken = recorded.stream()
                .filter(call -> ALL ? call.time() <= 2 : call.time() == 1 && usual.test(call))
                .toList();
        assertThat(taken).as("calls at which it is killed").isNotEmpty();
        return taken.stream()
                .flatMap(call -> Stream.of(Moment.values())
                        .map(moment -> dynamicTest(moment + " " + call + ", notices " + notices, () -> {
                            mode(notices);
                            killed(call, moment, way);
                        })));
    }

    private void killed(Call call, Moment moment, Consumer<Sale> way) {
        var sale = prepared();
        relay.strike(call, moment, () -> server.process().kill());
        try {
            way.accept(sale);
        } catch (AssertionError | RuntimeException unanswered) {
            if (!relay.struck()) {
                throw unanswered;
            }
        }
        assertThat(Await.until(PATIENCE, relay::struck)).as("it was called").isTrue();
        relay.begin();
        server.close();
        server = started();

        settles(sale);
        var taken = sale.isTaken();
        sale.goesOnWherePaymentIsDue();
        settles(sale);
        assertThat(sale.isFree()).as("the seat is free").isNotEqualTo(taken);
    }

    private Sale prepared() {
        var everyone = Http.to(server.url());
        return new Sale(everyone, Whole.signedIn(everyone, Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD));
    }

    private static void settles(Sale sale) {
        if (!Await.until(PATIENCE, () -> sale.fault().isEmpty())) {
            assertThat(sale.fault()).isEmpty();
        }
    }

    /** What has to do with the outbox's going out alone is not of the way of a payment. */
    private static boolean isOfPayments(Call call) {
        return call.name().contains("/v1/")
                || List.of("payments", "registrations", "vouchers", "voucherUses", "leases", "sessions").stream()
                        .anyMatch(call.name()::contains);
    }

    private MicroServer started() {
        return MicroServer.start(Build.microJar(), port, Ports.free(), settings, Build.logs());
    }

    private static void mode(String notices) {
        Whole.sandbox().control("PUT", "/stripe/_control/webhooks", "{\"mode\":\"" + notices + "\"}");
    }
}
