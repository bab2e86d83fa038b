package foyer.running;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.launch.FoyerSettings;
import foyer.launch.Machine;
import foyer.launch.MicroServer;
import foyer.whole.Door;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.Screen;
import foyer.whole.Whole;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

/** Two nodes of one deployment, of which one lives ahead of its time. */
@Isolated("it lets the payment provider fail for everybody")
@EnabledIfSystemProperty(named = "foyer.test.long", matches = "true", disabledReason = "for -Dfoyer.test.long=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClockAheadIT {
    private static final Duration AHEAD = Duration.ofMinutes(10);
    /** Half of the time in which a code can be used. */
    private static final Duration SOMEWHAT = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String FAULTS = "/stripe/_control/faults";
    private static final int BUYERS = 12;

    // Whoever is ahead finds that a seat has been kept long enough half a minute after it was taken.
    private final FoyerSettings settings = Whole.manyCallers(Whole.settings("ahead-"))
            .with("foyer.reconcile.every", "1s")
            .with("foyer.payment.hold", AHEAD.plusSeconds(20).toString())
            .with("foyer.payment.grace", "10s")
            // Its organizer looks on for longer than a token is good for.
            .with("foyer.jwt.lifetime", "30m");
    private MicroServer right;
    private Http organizer;

    @BeforeAll
    void start() {
        right = TwoNodes.starting(settings).join();
        organizer = Whole.signedIn(here(), Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD);
    }

    @AfterEach
    void mend() {
        Whole.sandbox().control("DELETE", FAULTS, "");
    }

    @AfterAll
    void stop() {
        right.close();
    }

    @Test
    void bothSweepAndOneIsKilledMidwayAndAllAgreesAllTheSame() {
        try (var ahead = ahead(AHEAD)) {
            var paid = sales();
            var left = sales();
            paid.forEach(Sale::paid);
            left.forEach(Sale::left);
            assertThat(Await.until(PATIENCE, () -> reconciledAhead() && sold(paid) > 0))
                    .as("the node that is ahead sweeps too")
                    .isTrue();
            slowly();
            var late = sales();
            late.forEach(Sale::paid);
            assertThat(Await.until(PATIENCE, () -> sold(late) > BUYERS / 4)).isTrue();
            ahead.process().kill();
            assertThat(sold(late)).as("midway").isLessThan(BUYERS);

            assertThat(Await.until(PATIENCE, () -> sold(late) == BUYERS && sold(paid) == BUYERS))
                    .as("sold to %s and %s of %s", sold(paid), sold(late), BUYERS)
                    .isTrue();
            Stream.of(paid, left, late).flatMap(List::stream).forEach(ClockAheadIT::agrees);
            Stream.of(paid, left, late).flatMap(List::stream).forEach(ClockAheadIT::isTold);
            assertThat(Await.until(PATIENCE, () -> !reconciledAhead()))
                    .as("the node that is left sweeps alone")
                    .isTrue();
        }
    }

    @Test
    void aCodeOfOneOpensAtTheOther() {
        try (var ahead = ahead(SOMEWHAT)) {
            var event = anEvent().with("authType", "email").publishedBy(organizer);
            var there = Http.to(ahead.url());
            opens(event, here(), there);
            opens(event, there, here());
        }
    }

    @Test
    void aLinkOfOneOpensAtTheOtherAndOnlyOnce() {
        try (var ahead = ahead(SOMEWHAT)) {
            var event = anEvent().with("authType", "email").publishedBy(organizer);
            var there = Http.to(ahead.url());
            opensByLink(event, here(), there);
            opensByLink(event, there, here());
        }
    }

    private static void opens(String event, Http asked, Http shown) {
        var viewer = Mailbox.fresh();
        Door.register(asked, event, viewer);
        watches(Door.login(shown, event, Map.of("email", viewer.address(), "code", viewer.code())), asked, shown);
    }

    private static void opensByLink(String event, Http asked, Http shown) {
        var viewer = Mailbox.fresh();
        Door.register(asked, event, viewer);
        var link = Map.of("linkToken", viewer.linkToken());
        watches(Door.login(shown, event, link), asked, shown);
        Door.tryLogin(asked, event, link).expect(401);
        Door.tryLogin(shown, event, link).expect(401);
    }

    private static void watches(JsonObject login, Http asked, Http shown) {
        assertThat(Screen.of(login).goesOn(shown)).isTrue();
        assertThat(Screen.of(login).goesOn(asked)).isTrue();
    }

    private List<Sale> sales() {
        return Stream.generate(() -> new Sale(here(), organizer)).limit(BUYERS).toList();
    }

    private static long sold(List<Sale> sales) {
        return sales.stream().filter(Sale::isSold).count();
    }

    /** But for letters: what is told comes last of what a sale is asked for. */
    private static void agrees(Sale sale) {
        assertThat(Await.until(
                        PATIENCE, () -> sale.fault().isEmpty() || sale.fault().startsWith("letters: ")))
                .as("%s", sale.fault())
                .isTrue();
        assertThat(sale.isFree()).isNotEqualTo(sale.isTaken());
    }

    /** A letter that who was ahead wrote, or had taken up, is due by their clock: who is right sends it once it says so, too. */
    private static void isTold(Sale sale) {
        assertThat(Await.until(AHEAD.plus(PATIENCE), () -> sale.fault().isEmpty()))
                .as("%s", sale.fault())
                .isTrue();
    }

    /** Whether the last to reconcile was the one that is ahead. */
    private boolean reconciledAhead() {
        var balance = organizer.get("/api/payments/reconciliation").expect(200).json();
        var at = balance.getString("reconciledAt", Instant.EPOCH.toString());
        return Instant.parse(at).isAfter(Instant.now().plus(AHEAD.dividedBy(2)));
    }

    /** Gives a sweep time to be killed in. */
    private static void slowly() {
        var late = "{\"operation\":\"checkout.sessions.retrieve\",\"effect\":\"delay\",\"count\":100000,\"seconds\":1}";
        Whole.sandbox().control("PUT", FAULTS, late);
    }

    private Http here() {
        return Http.to(right.url());
    }

    private MicroServer ahead(Duration by) {
        // What runs under libfaketime is told so by its environment. Time that is measured stays as it is, and its
        // waits
        // are left alone: else each ends at once, and the process does nothing but wait.
        return TwoNodes.starting(
                        settings.withSecret("LD_PRELOAD", Machine.faketime().toString())
                                .withSecret("FAKETIME", "+" + by.toSeconds())
                                .withSecret("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                                .withSecret("FAKETIME_FORCE_MONOTONIC_FIX", "0"))
                .join();
    }
}
