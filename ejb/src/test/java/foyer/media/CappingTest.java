package foyer.media;

import static foyer.event.SomeEvents.START;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmission;
import static foyer.event.SomeEvents.aSubmissionWith;
import static foyer.event.SomeEvents.replanned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.media.cost.CapLevel;
import foyer.media.cost.CapStanding;
import foyer.media.cost.CostKind;
import foyer.media.cost.CostPart;
import foyer.media.cost.LiveCost;
import foyer.media.cost.OnCap;
import foyer.media.cost.PriceSettings;
import foyer.media.cost.SomePrices;
import foyer.media.cost.Spending;
import foyer.shared.Alongside;
import foyer.shared.Outgoing;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The usual channel of the usual event costs 8.70 dollars an hour before it begins: 8.25 for running, 0.10 for waiting and 0.35 for what
 * is taken in; without its larger size it costs a third.
 */
class CappingTest {
    private static final long COSTS = 870;

    @ParameterizedTest
    @CsvSource({"2000, BELOW", "1088, BELOW", "1087, NEAR", "871, NEAR", "870, REACHED", "1, REACHED", "0, REACHED"})
    void fourFifthsAreNearAndAllOfItIsReached(long most, CapLevel level) {
        var some = at(aSubmission());
        some.cap(most, OnCap.WARN);

        var forecast = some.forecasting.forecast(some.event.id(), null);

        assertThat(forecast.cost().sum())
                .hasValueSatisfying(sum -> assertThat(sum.minorUnits()).isEqualTo(COSTS));
        assertThat(forecast.cap()).isNotNull().extracting(CapStanding::level).isEqualTo(level);
    }

    @Test
    void belowTheCapNobodyIsTold() {
        var some = at(aSubmission());
        some.cap(2 * COSTS, OnCap.STEP_DOWN);

        some.prepared();
        some.passUntil(START.plus(Duration.ofHours(3)));

        assertThat(some.alerts).hasValue(0);
        assertThat(some.kept().spending()).isEqualTo(Spending.FREE);
    }

    @Test
    void theOperatorIsToldOnceHoweverOftenSomebodyLooks() {
        var some = at(aSubmission());
        some.cap(COSTS + 10, OnCap.WARN);

        some.prepared();
        some.pass(Duration.ofMinutes(10));

        assertThat(some.alerts).hasValue(1);
        assertThat(some.kept().spending()).isEqualTo(new Spending(CapLevel.NEAR, 0));
    }

    @Test
    void whenTheCapIsReachedTheOrganizerIsWrittenToOnce() {
        var some = at(aSubmission());
        some.cap(400, OnCap.WARN);

        some.prepared();
        some.pass(Duration.ofMinutes(10));

        assertThat(some.broadcasts.told()).singleElement().satisfies(letter -> {
            assertThat(letter.id()).isEqualTo("costAlert-" + some.kept().id().value());
            assertThat(letter.reader()).isEqualTo(SomePrices.ORGANIZER.typed());
            assertThat(letter.facts())
                    .containsEntry("kind", "costAlert")
                    .containsEntry("details", Map.of("amount", COSTS + " USD", "limit", "400 USD"));
        });
    }

    @Test
    void nearTheCapNobodyIsWrittenTo() {
        var some = at(aSubmission());
        some.cap(COSTS + 10, OnCap.WARN);

        some.prepared();
        some.pass(Duration.ofMinutes(10));

        assertThat(some.alerts).hasValue(1);
        assertThat(some.broadcasts.told()).isEmpty();
    }

    @Test
    void whereNobodyIsNamedNobodyIsWrittenTo() {
        var some = at(aSubmission());
        some.cap(400, OnCap.WARN);
        some.letters.settings = new PriceSettings(null, null, null);

        some.prepared();
        some.pass(Duration.ofMinutes(10));

        assertThat(some.alerts).hasValue(1);
        assertThat(some.broadcasts.told()).isEmpty();
    }

    @Test
    void whereStepsFailTheOperatorIsToldOnceAllTheSame() {
        var some = at(aSubmission());
        some.cap(COSTS + 10, OnCap.WARN);
        some.prepared();
        some.broadcasting.start(some.event.id());
        some.origin.trouble.refuses(() -> new Unavailable("It is refused.", Duration.ofSeconds(1)));

        some.pass(Duration.ofMinutes(10));

        assertThat(some.alerts).hasValue(1);
        assertThat(some.kept().state()).isEqualTo(ChannelState.CREATING);
        assertThat(some.kept().spending().told()).isEqualTo(CapLevel.NEAR);
    }

    @Test
    void whileTheOriginIsSilentTheOperatorIsToldOnceAllTheSame() {
        var some = at(aSubmission());
        some.cap(COSTS + 10, OnCap.WARN);
        some.prepared();
        some.origin.trouble.blind(true);

        some.pass(Duration.ofMinutes(10));

        assertThat(some.alerts).hasValue(1);
    }

    @Test
    void whoFindsThatSomebodyElseWasFasterTellsNothing() {
        var some = at(aSubmission());
        some.cap(COSTS + 10, OnCap.WARN);
        some.prepared();
        some.tending.broadcasts = new OthersAreFaster(some);

        assertThatThrownBy(() -> some.tending.lookAt(some.kept())).isInstanceOf(VersionConflict.class);

        assertThat(some.alerts).hasValue(0);
    }

    @Test
    void whoMakesNoChannelAfterAllTellsNothingOfItsSizes() {
        var some = at(aSubmission());
        some.cap(400, OnCap.STEP_DOWN);
        some.broadcasting.broadcasts = new OthersAreFaster(some);

        assertThatThrownBy(some::prepared).isInstanceOf(VersionConflict.class);

        assertThat(some.alerts).hasValue(0);
    }

    @Test
    void whoTakesMoreTimeThanWasPlannedIsToldOfTheRestAndNotStopped() {
        var some = at(aSubmission());
        some.cap(COSTS + 10, OnCap.STEP_DOWN);
        some.prepared();
        some.passUntil(START.plus(Duration.ofMinutes(30)));
        some.origin.push(some.kept().streamKey());
        assertThat(some.alerts).hasValue(1);

        some.events.replace(some.keptEvent(), replanned(some.keptEvent(), "endsAt", "2030-05-01T23:30:00"));
        some.pass(Duration.ofMinutes(5));

        assertThat(some.alerts).hasValue(2);
        assertThat(some.broadcasts.told()).hasSize(1);
        assertThat(some.kept().spending()).isEqualTo(new Spending(CapLevel.REACHED, 0));
        assertThat(some.kept().state()).isEqualTo(ChannelState.RUNNING);
    }

    @Test
    void aChannelThatWouldBeTooDearIsMadeWithoutItsUpperSizes() {
        var some = at(aSubmission());
        some.cap(400, OnCap.STEP_DOWN);

        var forecast = some.forecasting.forecast(some.event.id(), null);
        var prepared = some.prepared();

        assertThat(prepared.spending()).isEqualTo(new Spending(CapLevel.BELOW, 1));
        assertThat(forecast.cost())
                .isEqualTo(some.forecasting.forecast(some.event.id(), null).cost());
        assertThat(forecast.cost().sum())
                .hasValueSatisfying(sum -> assertThat(sum.minorUnits()).isLessThan(400));
        assertThat(some.alerts).hasValue(1);
        some.pass(Duration.ofMinutes(1));
        assertThat(some.kept().spending().rungsLeftOut()).isOne();
    }

    @Test
    void itsSmallestSizeIsAlwaysMade() {
        var some = at(aSubmission());
        some.cap(1, OnCap.STEP_DOWN);

        assertThat(some.prepared().spending().rungsLeftOut()).isOne();
        some.pass(Duration.ofMinutes(1));

        assertThat(some.kept().spending()).isEqualTo(new Spending(CapLevel.REACHED, 1));
        assertThat(some.kept().state()).isEqualTo(ChannelState.IDLE);
    }

    @Test
    void whereNobodyAsksForItNothingIsLeftOut() {
        var some = at(aSubmission());
        some.cap(400, OnCap.WARN);

        assertThat(some.prepared().spending()).isEqualTo(Spending.FREE);
    }

    @Test
    void allSeatsAreTakenToBeViewers() {
        var some = at(aSubmissionWith("capacity", 1_000L));
        some.cap(2 * COSTS, OnCap.WARN);

        some.prepared();
        some.pass(Duration.ofMinutes(1));

        assertThat(some.kept().spending().told()).isEqualTo(CapLevel.REACHED);
    }

    @Test
    void whatViewersWereSentCountsToTheEnd() {
        var some = at(aSubmissionWith("capacity", 100L));
        some.cap(1_000_000, OnCap.WARN);
        some.prepared();
        some.pass(Duration.ofSeconds(10));
        var before = some.forecasting.forecast(some.event.id(), null).cost();

        some.passUntil(START.plus(Duration.ofMinutes(100)));

        assertThat(delivered(some.forecasting.forecast(some.event.id(), null).cost()))
                .isEqualTo(delivered(before));
    }

    private static CostPart delivered(LiveCost cost) {
        return cost.parts().stream()
                .filter(part -> part.kind() == CostKind.DELIVERED)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onOneMachineThereIsNothingToKeepTo() {
        var some = new SomeLive(aPublishedEventOf(aSubmission()));
        some.cap(0, OnCap.STEP_DOWN);

        assertThat(some.prepared().spending()).isEqualTo(Spending.FREE);
        assertThat(some.forecasting.forecast(some.event.id(), null).cap()).isNull();
    }

    /** What anybody writes here was changed meanwhile. */
    private static final class OthersAreFaster extends BroadcastsInMemory {
        private final SomeLive some;

        OthersAreFaster(SomeLive some) {
            this.some = some;
        }

        @Override
        public Optional<Broadcast> find(EventId event) {
            return some.broadcasts.find(event);
        }

        @Override
        public void add(Broadcast broadcast) {
            throw new VersionConflict("stream");
        }

        @Override
        public void replace(Broadcast before, Broadcast after, Alongside alongside, Outgoing... facts) {
            throw new VersionConflict("stream");
        }
    }

    /** Known to the public, an hour before it begins. */
    private static SomeLive at(Map<String, ?> submission) {
        var some = new SomeLive(aPublishedEventOf(submission));
        some.origin.bills(SomePrices.CHANNEL);
        some.clock.pass(Duration.between(some.clock.instant(), START.minus(Duration.ofHours(1))));
        return some;
    }
}
