package foyer.web.media;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.media.cost.CapLevel;
import foyer.media.cost.CapStanding;
import foyer.media.cost.CostBasis;
import foyer.media.cost.CostCap;
import foyer.media.cost.CostKind;
import foyer.media.cost.CostPart;
import foyer.media.cost.LiveCost;
import foyer.media.cost.LiveForecast;
import foyer.media.cost.OnCap;
import foyer.media.cost.Spending;
import foyer.shared.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostViewTest {
    private static final Currency DOLLARS = Currency.getInstance("USD");
    private static final EventId EVENT = EventId.fresh();

    @Test
    void aCostIsTheSumOfItsParts() {
        var cost = new LiveCost(
                CostBasis.PRICES, DOLLARS, List.of(part(CostKind.RUNNING, 9_900, 825), part(CostKind.IDLE, 60, 1)));

        assertThat(CostView.of(cost))
                .containsEntry("basis", "prices")
                .containsEntry("amount", 826L)
                .containsEntry("currency", "USD")
                .containsEntry(
                        "parts",
                        List.of(
                                Map.of("kind", "running", "quantity", 9_900L, "unit", "seconds", "amount", 825L),
                                Map.of("kind", "idle", "quantity", 60L, "unit", "seconds", "amount", 1L)));
    }

    @Test
    void withoutPricesThereIsNoAmount() {
        assertThat(CostView.of(new LiveCost(CostBasis.NO_PRICES, null, List.of())))
                .containsEntry("basis", "noPrices")
                .containsKey("message")
                .doesNotContainKeys("amount", "currency");
    }

    @Test
    void onOneMachineItIsNothing() {
        assertThat(CostView.of(new LiveCost(CostBasis.ONE_MACHINE, null, List.of())))
                .containsEntry("basis", "oneMachine")
                .containsEntry("amount", 0L)
                .doesNotContainKey("currency");
    }

    @Test
    void aForecastSaysForHowManyAndHowNearToItsCapItIs() {
        var cost = new LiveCost(CostBasis.PRICES, DOLLARS, List.of(part(CostKind.DELIVERED, 5, 90)));
        var cap = new CostCap(new Money(100, DOLLARS), OnCap.STEP_DOWN);
        var forecast = new LiveForecast(EVENT, 40L, cost, new CapStanding(cap, new Money(90, DOLLARS)));

        assertThat(CostView.of(forecast))
                .containsEntry("eventId", EVENT.value())
                .containsEntry("viewers", 40L)
                .containsEntry("cap", Map.of("amount", 100L, "currency", "USD", "level", "near", "onCap", "stepDown"));
    }

    @Test
    void whatNobodyKnowsIsLeftOut() {
        var cost = new LiveCost(CostBasis.NO_PRICES, null, List.of());

        assertThat(CostView.of(new LiveForecast(EVENT, null, cost, null))).containsOnlyKeys("eventId", "cost");
    }

    @Test
    void howAChannelIsSparedIsTold() {
        assertThat(CostView.of(new Spending(CapLevel.REACHED, 2)))
                .isEqualTo(Map.of("level", "reached", "rungsLeftOut", 2));
    }

    private static CostPart part(CostKind kind, long quantity, long cents) {
        return new CostPart(kind, quantity, new Money(cents, DOLLARS));
    }
}
