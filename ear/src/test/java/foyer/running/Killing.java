package foyer.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import foyer.launch.Await;
import foyer.launch.FoyerSettings;
import foyer.launch.MicroServer;
import foyer.launch.Ports;
import foyer.running.Relay.Call;
import foyer.whole.Build;
import foyer.whole.Http;
import foyer.whole.Provider;
import foyer.whole.Whole;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A server at which journeys go: once to record which calls they make it do, and then once for each call and moment at which it is
 * killed, and started again.
 */
final class Killing implements AutoCloseable {
    private static final boolean ALL = "all".equals(System.getProperty("foyer.crash-points"));
    private static final String PREFIX = "crashing-";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** For what need not be called again: longer than any pause of a server that goes by these settings. */
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    /** Tables that no payment has to do with: of the picture, of who watched it, of operators who sign in, of support. */
    private static final Set<String> BESIDE = Set.of(
            "broadcasts",
            "recordings",
            "positions",
            "audience",
            "operators",
            "refreshTokens",
            "signingKeys",
            "support");

    /** What goes out does so one by one, or several at once where they happen to be due at the same moment. */
    private static final String BY_CHANCE = "(TransactWriteItems|Batch\\w+) outbox";

    private final Relay relay = Relay.to(Whole.sandbox(), PREFIX);
    private final int port = Ports.free();
    private final FoyerSettings settings = Whole.manyCallers(Whole.settings(PREFIX))
            .with("foyer.store.endpoint", relay.store())
            .with("foyer.payment.stripe.endpoint", relay.stripe())
            .with("foyer.payment.alerts-to", Witness.ALERTS.address())
            .with("foyer.requests.lease", "5s")
            .with("foyer.reconcile.every", "2s")
            // What the server had taken up of letters when it was killed goes out after that.
            .with("foyer.mail.lease", "40s");
    private World world = World.NOTHING_UNUSUAL;
    private String named = "a journey";
    private MicroServer server = started();

    private Killing() {
        Whole.sandbox().tellOfPayments(server.url(), settings);
    }

    static Killing begun() {
        return new Killing();
    }

    /** What the tally of the next journey says that it is of. */
    void names(String journey) {
        named = journey;
    }

    @Override
    public void close() {
        Provider.isWell();
        server.close();
        relay.close();
    }

    /**
     * A test for each call that is taken, and each moment of it.
     *
     * @param journeys a fresh one each time, of everybody who calls the server and of its organizer
     * @param usual which calls are taken where not all are
     */
    Stream<DynamicTest> atEachCall(World there, BiFunction<Http, Http, Journey> journeys, Predicate<Call> usual) {
        goesInto(there);
        var journey = fresh(journeys);
        journey.setsOut();
        relay.begin();
        journey.goes();
        var recorded = relay.calls().stream().filter(Killing::mayBeOfPayments).toList();
        recorded.forEach(call -> System.out.println("Recorded, " + there + ": " + call));
        assertThat(recorded).hasSizeGreaterThan(10);
        var taken = recorded.stream().filter(ALL ? Killing::isOneOfAll : usual).toList();
        assertThat(taken).as("calls at which it is killed").isNotEmpty();
        var points = CrashPoint.of(taken);
        var tally = new CrashTally(named, points.size());
        return points.stream()
                .map(point -> dynamicTest(
                        point + ", " + there, () -> tally.counts(point, () -> killed(point, there, journeys))));
    }

    private static boolean mayBeOfPayments(Call call) {
        var what = call.name().substring(call.name().indexOf(' ') + 1);
        return !call.name().matches(BY_CHANCE) && !BESIDE.containsAll(List.of(what.split(", ")));
    }

    private static boolean isOneOfAll(Call call) {
        return call.time() <= 2 || call.name().matches("(POST|TransactWriteItems) .*");
    }

    private void killed(CrashPoint point, World there, BiFunction<Http, Http, Journey> journeys) {
        goesInto(there);
        var journey = fresh(journeys);
        journey.setsOut();
        relay.strike(point.call(), point.moment(), () -> server.process().kill());
        try {
            journey.goes();
        } catch (AssertionError | RuntimeException unanswered) {
            if (!relay.struck()) {
                throw unanswered;
            }
        }
        // Of all calls some come a second time because two met there, which need not meet again.
        var again = ALL && point.call().time() > 1;
        var called = Await.until(again ? A_WHILE : PATIENCE, relay::struck);
        relay.begin();
        assumeThat(called || !again).as("it was called again").isTrue();
        assertThat(called).as("it was called").isTrue();
        startsAgain();

        settles(journey);
        journey.goesOn();
        settles(journey);
        assertThat(journey.faultAtTheEnd()).isEmpty();
    }

    private Journey fresh(BiFunction<Http, Http, Journey> journeys) {
        var everyone = Http.to(server.url());
        return journeys.apply(everyone, Whole.signedIn(everyone, Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD));
    }

    private static void settles(Journey journey) {
        if (!Await.until(PATIENCE, () -> journey.fault().isEmpty())) {
            assertThat(journey.fault()).isEmpty();
        }
    }

    private void goesInto(World wanted) {
        Provider.isWell();
        if (wanted == World.NOTICES_OFF) {
            Provider.tellsNobody();
        }
        if (world != wanted || !server.process().alive()) {
            world = wanted;
            startsAgain();
        }
    }

    private void startsAgain() {
        server.close();
        server = started();
    }

    private MicroServer started() {
        var here = world == World.SHORT_HOLDS
                ? settings.with("foyer.registration.hold", "15s")
                        .with("foyer.payment.hold", "15s")
                        .with("foyer.payment.grace", "10s")
                : settings;
        return MicroServer.start(Build.microJar(), port, Ports.free(), here, Build.logs());
    }
}
