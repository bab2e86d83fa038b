package foyer.media.cost;

import static foyer.media.cost.SomePrices.CHANNEL;
import static foyer.media.cost.SomePrices.DOLLARS;
import static foyer.media.cost.SomePrices.LARGE;
import static foyer.media.cost.SomePrices.prices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.media.rendition.Rendition;
import foyer.shared.Money;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivePricesTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void anHourThatRunsIsTheInputTheSoundAndEachSize() {
        assertThat(of(running(HOUR), CostKind.RUNNING)).isEqualTo(new CostPart(CostKind.RUNNING, 3_600, dollars(300)));
    }

    @Test
    void aSmallerLadderCostsLess() {
        var one = new BilledChannel(List.of(LARGE), 1);

        assertThat(of(prices().cost(one, use(HOUR, Duration.ZERO, Duration.ZERO)), CostKind.RUNNING)
                        .sum())
                .isEqualTo(dollars(260));
    }

    @Test
    void aSizeWithoutAPriceIsNotTakenToBeFree() {
        var unknown = new BilledChannel(List.of(new Rendition("2160p", 3840, 2160, 16_000)), 1);

        assertThatThrownBy(() -> prices().cost(unknown, use(HOUR, HOUR, HOUR)))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("2160p");
    }

    @Test
    void twoPipelinesThatRunCostTwiceAsMuchAndTwoThatWaitDoNot() {
        var two = new BilledChannel(CHANNEL.rungs(), 2);

        var cost = prices().cost(two, use(HOUR, HOUR, Duration.ZERO));

        assertThat(of(cost, CostKind.RUNNING).sum()).isEqualTo(dollars(600));
        assertThat(of(cost, CostKind.IDLE).sum()).isEqualTo(dollars(10));
        assertThat(of(cost, CostKind.PACKAGED).quantity())
                .isEqualTo(2 * of(running(HOUR), CostKind.PACKAGED).quantity());
    }

    // 5000 + 400 + 128 kilobits a second, for 3600 seconds, in bytes: 2487.6 megabytes, at 5 cents a thousand.
    @Test
    void whatIsMadeIsAllSizesAndTheirSound() {
        assertThat(of(running(HOUR), CostKind.PACKAGED)).isEqualTo(new CostPart(CostKind.PACKAGED, 2_488, dollars(13)));
    }

    // 5000 + 128 kilobits a second: 2307.6 megabytes an hour and viewer.
    @Test
    void viewersAreTakenToWatchTheLargestSize() {
        var cost = prices().cost(CHANNEL, use(Duration.ZERO, Duration.ZERO, HOUR.multipliedBy(1_000)));

        assertThat(cost.parts()).containsExactly(new CostPart(CostKind.DELIVERED, 2_307_600, dollars(18_461)));
    }

    @Test
    void whatThereIsNothingOfIsLeftOut() {
        assertThat(prices().cost(CHANNEL, LiveUse.NONE).parts()).isEmpty();
        assertThat(prices().cost(CHANNEL, LiveUse.NONE).sum()).contains(dollars(0));
    }

    @Test
    void eachPartIsRoundedUpToAWholeMinorUnitAndTheSumIsTheirs() {
        var second = Duration.ofSeconds(1);

        var cost = prices().cost(CHANNEL, use(second, second, second));

        assertThat(cost.parts()).hasSize(4).allMatch(part -> part.sum().minorUnits() == 1);
        assertThat(cost.sum()).contains(dollars(4));
    }

    @Test
    void aCurrencyHasItsOwnMinorUnits() {
        var yen = prices(Currency.getInstance("JPY")).cost(CHANNEL, use(HOUR, HOUR, Duration.ZERO));

        assertThat(of(yen, CostKind.RUNNING).sum().minorUnits()).isEqualTo(3);
        assertThat(of(yen, CostKind.IDLE).sum().minorUnits()).isEqualTo(1);
    }

    @Test
    void whatIsBeyondAllMeasureIsStillANumber() {
        var endless = Duration.ofSeconds(Long.MAX_VALUE);

        var cost = prices().cost(CHANNEL, use(Duration.ZERO, Duration.ZERO, endless));

        assertThat(of(cost, CostKind.DELIVERED).quantity()).isEqualTo(1_000_000_000_000_000L);
        assertThat(cost.sum())
                .hasValueSatisfying(sum -> assertThat(sum.minorUnits()).isBetween(1L, 1_000_000_000_000_000L));
    }

    private static LiveCost running(Duration time) {
        return prices().cost(CHANNEL, use(time, Duration.ZERO, Duration.ZERO));
    }

    private static LiveUse use(Duration running, Duration idle, Duration watched) {
        return new LiveUse(running, idle, watched);
    }

    private static CostPart of(LiveCost cost, CostKind kind) {
        return cost.parts().stream()
                .filter(part -> part.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Money dollars(long cents) {
        return new Money(cents, DOLLARS);
    }
}
