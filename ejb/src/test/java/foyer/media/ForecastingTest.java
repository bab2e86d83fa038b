package foyer.media;

import static foyer.event.SomeEvents.END;
import static foyer.event.SomeEvents.START;
import static foyer.event.SomeEvents.aDraftOf;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmission;
import static foyer.event.SomeEvents.aSubmissionWith;
import static foyer.event.SomeEvents.replanned;
import static foyer.media.SomeBroadcasts.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.media.cost.CostBasis;
import foyer.media.cost.CostKind;
import foyer.media.cost.CostPart;
import foyer.media.cost.LiveCost;
import foyer.media.cost.SomePrices;
import foyer.shared.Money;
import foyer.shared.NotFound;
import foyer.shared.WrongState;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForecastingTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    // It waits for 45 minutes and another 10 after its end, and runs from a quarter of an hour before to half an hour
    // after its two hours.
    @Test
    void aDraftIsForecastAsIfItWerePreparedNow() {
        var some = priced(aSubmission());

        var forecast = some.forecasting.forecast(some.event.id(), 100L);

        assertThat(forecast.viewers()).isEqualTo(100);
        assertThat(forecast.cost().basis()).isEqualTo(CostBasis.PRICES);
        assertThat(seconds(forecast.cost(), CostKind.IDLE)).isEqualTo(55 * 60);
        assertThat(seconds(forecast.cost(), CostKind.RUNNING)).isEqualTo(165 * 60);
        assertThat(part(forecast.cost(), CostKind.RUNNING).sum()).isEqualTo(new Money(825, SomePrices.DOLLARS));
        assertThat(part(forecast.cost(), CostKind.DELIVERED).quantity()).isEqualTo(461_520);
        assertThat(some.broadcasts.find(some.event.id())).isEmpty();
    }

    @Test
    void whereNobodySaysHowManyWatchAllSeatsAreTakenToBe() {
        var some = priced(aSubmissionWith("capacity", 40L));

        assertThat(some.forecasting.forecast(some.event.id(), null))
                .isEqualTo(some.forecasting.forecast(some.event.id(), 40L));
        assertThat(some.forecasting.forecast(some.event.id(), 20L).viewers()).isEqualTo(20);
    }

    @Test
    void whereNobodyCanSayDeliveryIsLeftOut() {
        var some = priced(aSubmission());

        var forecast = some.forecasting.forecast(some.event.id(), null);

        assertThat(forecast.viewers()).isNull();
        assertThat(forecast.cost().parts())
                .extracting(CostPart::kind)
                .containsExactly(CostKind.RUNNING, CostKind.IDLE, CostKind.PACKAGED);
    }

    @Test
    void onceItIsOverItIsWhatItHasCostWithAllThatViewersWereSent() {
        var some = shown();
        var delivered = part(some.forecasting.forecast(some.event.id(), null).cost(), CostKind.DELIVERED);
        some.pass(Duration.ofSeconds(30));
        assertThat(some.kept().over()).isTrue();

        var cost = some.forecasting.forecast(some.event.id(), null).cost();

        assertThat(seconds(cost, CostKind.RUNNING))
                .isEqualTo(some.kept().meter().running().toSeconds())
                .isBetween(15L * 60, 18L * 60);
        assertThat(seconds(cost, CostKind.IDLE))
                .isEqualTo(some.kept().meter().idle().toSeconds());
        assertThat(part(cost, CostKind.DELIVERED)).isEqualTo(delivered);
    }

    @Test
    void afterItsTimeNothingOfItIsForgotten() {
        var some = shown();

        some.passUntil(END.plus(SETTINGS.overrun()).plus(AN_HOUR));

        var cost = some.forecasting.forecast(some.event.id(), null).cost();
        assertThat(seconds(cost, CostKind.RUNNING))
                .isEqualTo(some.kept().meter().running().toSeconds());
        assertThat(part(cost, CostKind.DELIVERED).quantity()).isEqualTo(184_608);
    }

    @Test
    void anEventThatIsMovedToAfterItIsForecastWithAnotherChannel() {
        var some = shown();
        some.pass(Duration.ofSeconds(30));
        some.events.replace(some.keptEvent(), replanned(some.keptEvent(), "endsAt", "2030-05-02T22:00:00"));
        some.events.replace(some.keptEvent(), replanned(some.keptEvent(), "startsAt", "2030-05-02T20:00:00"));

        var cost = some.forecasting.forecast(some.event.id(), null).cost();

        assertThat(seconds(cost, CostKind.RUNNING)).isEqualTo(165 * 60);
    }

    @Test
    void ofATimeThatIsOverWithoutAChannelNothingIsForecast() {
        var some = priced(aSubmissionWith("capacity", 40L));
        some.clock.pass(Duration.ofHours(4));

        assertThat(some.forecasting.forecast(some.event.id(), null).cost().parts())
                .isEmpty();
    }

    @Test
    void withoutPricesItIsSaidThatThereAreNone() {
        var some = at(aSubmission());
        some.origin.bills(SomePrices.CHANNEL);

        assertThat(some.forecasting.forecast(some.event.id(), 100L).cost()).isEqualTo(LiveCost.NO_PRICES);
    }

    @Test
    void onOneMachineNothingIsBilledWhateverThePrices() {
        var some = at(aSubmission());
        some.prices(SomePrices.prices());

        assertThat(some.forecasting.forecast(some.event.id(), 100L).cost()).isEqualTo(LiveCost.ONE_MACHINE);
    }

    @Test
    void withoutAnEventOrChannelsThereIsNoForecast() {
        var some = priced(aSubmission());

        assertThatThrownBy(() -> some.forecasting.forecast(EventId.fresh(), 1L)).isInstanceOf(NotFound.class);
        some.origin.trouble.lacks("There is no ffmpeg.");
        assertThatThrownBy(() -> some.forecasting.forecast(some.event.id(), 1L))
                .isInstanceOf(WrongState.class)
                .hasMessage("There is no ffmpeg.");
    }

    private static SomeLive priced(Map<String, ?> submission) {
        return priced(at(submission));
    }

    private static SomeLive priced(SomeLive some) {
        some.origin.bills(SomePrices.CHANNEL);
        some.prices(SomePrices.prices());
        return some;
    }

    /** To forty viewers, for a minute, and stopped by then. */
    private static SomeLive shown() {
        var some = priced(at(aPublishedEventOf(aSubmissionWith("capacity", 40L))));
        some.shown();
        return some;
    }

    /** A draft, an hour before it begins. */
    private static SomeLive at(Map<String, ?> submission) {
        return at(aDraftOf(submission));
    }

    private static SomeLive at(Event event) {
        var some = new SomeLive(event);
        some.clock.pass(Duration.between(some.clock.instant(), START.minus(AN_HOUR)));
        return some;
    }

    private static long seconds(LiveCost cost, CostKind kind) {
        return part(cost, kind).quantity();
    }

    private static CostPart part(LiveCost cost, CostKind kind) {
        return cost.parts().stream()
                .filter(found -> found.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
