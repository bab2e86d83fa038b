package foyer.media;

import static foyer.event.SomeEvents.START;
import static foyer.media.SomeBroadcasts.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import foyer.media.cost.CostKind;
import foyer.media.cost.CostPart;
import foyer.media.cost.LiveCost;
import foyer.media.cost.SomePrices;
import foyer.shared.Money;
import foyer.shared.Unavailable;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a channel has cost follows from how it was seen to run, whoever looked. */
class CostSoFarTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_FEW_LOOKS = Duration.ofSeconds(35);

    private final SomeLive some = new SomeLive();

    @BeforeEach
    void setPrices() {
        some.origin.bills(SomePrices.CHANNEL);
        some.prices(SomePrices.prices());
        some.clock.pass(Duration.between(
                some.clock.instant(), START.minus(SETTINGS.lead()).minus(AN_HOUR)));
    }

    @Test
    void itWaitsBeforeItsTimeAndRunsFromThenOn() {
        some.prepared();

        some.passUntil(START.plus(Duration.ofMinutes(45)));

        var meter = some.kept().meter();
        assertThat(meter.idle()).isCloseTo(AN_HOUR, A_FEW_LOOKS);
        assertThat(meter.running()).isCloseTo(AN_HOUR, A_FEW_LOOKS);
        var cost = some.broadcasting.find(some.event.id()).cost();
        assertThat(cost.parts())
                .extracting(CostPart::kind)
                .containsExactly(CostKind.RUNNING, CostKind.IDLE, CostKind.PACKAGED);
        assertThat(cost.sum().map(Money::minorUnits).orElseThrow()).isCloseTo(323, within(5L));
    }

    @Test
    void whileNobodyLooksItGoesOn() {
        some.prepared();
        some.passUntil(START);
        var before = some.kept().meter();

        some.clock.pass(AN_HOUR);
        some.tending.lookAt(some.kept());

        assertThat(some.kept().meter().running()).isEqualTo(before.running().plus(AN_HOUR));
        assertThat(some.kept().meter().idle()).isEqualTo(before.idle());
    }

    @Test
    void whileTheOriginIsSilentItGoesOn() {
        some.prepared();
        some.passUntil(START);
        var before = some.kept().meter();

        some.origin.trouble.fails(() -> new Unavailable("It is silent.", Duration.ofSeconds(5)));
        some.pass(Duration.ofMinutes(10));
        assertThat(some.kept().meter()).isEqualTo(before);
        some.origin.trouble.fails(null);
        some.pass(Duration.ofSeconds(10));

        assertThat(some.kept().meter().running()).isCloseTo(before.running().plus(Duration.ofMinutes(10)), A_FEW_LOOKS);
    }

    @Test
    void onceItIsGoneNothingIsAdded() {
        some.prepared();
        some.passUntil(START.plus(Duration.ofHours(3)));
        assertThat(some.kept().state()).isEqualTo(ChannelState.DELETED);
        var last = some.broadcasting.find(some.event.id()).cost();

        some.pass(AN_HOUR);

        assertThat(some.broadcasting.find(some.event.id()).cost()).isEqualTo(last);
        // From a quarter of an hour ahead of its two hours to their end, for nobody feeds it; then it waits until it is
        // removed.
        assertThat(some.kept().meter().running()).isCloseTo(Duration.ofMinutes(135), A_FEW_LOOKS);
        assertThat(some.kept().meter().idle()).isCloseTo(Duration.ofMinutes(90), A_FEW_LOOKS);
    }

    @Test
    void aForecastHasWhatWasSpentInIt() {
        some.prepared();
        var before = some.forecasting.forecast(some.event.id(), 0L).cost();
        some.broadcasting.start(some.event.id());
        some.pass(Duration.ofMinutes(30));
        some.broadcasting.stop(some.event.id());
        some.pass(Duration.ofMinutes(1));

        var rehearsed = some.forecasting.forecast(some.event.id(), 0L).cost();

        // Half an hour that ran, at 3 dollars an hour, where it would have waited, at 10 cents.
        assertThat(units(rehearsed) - units(before)).isBetween(145L, 160L);
    }

    private static long units(LiveCost cost) {
        return cost.sum().map(Money::minorUnits).orElseThrow();
    }
}
