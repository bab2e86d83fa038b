package foyer.event;

import static foyer.event.SomeEvents.LONG_BEFORE;
import static foyer.event.SomeEvents.aSubmission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.Fields;
import foyer.shared.NotFound;
import foyer.shared.ProblemCode;
import foyer.shared.VersionConflict;
import foyer.shared.WrongState;
import java.util.List;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

/** Publishing, cancelling and archiving. */
class DecidingTest {
    private final SomePlanning some = new SomePlanning();
    private final Planning planning = some.planningAt(LONG_BEFORE);

    @Test
    void anEventPeopleCountOnIsNotArchived() {
        var event = some.published();
        some.seats.taken = true;

        assertThatThrownBy(() -> planning.archive(event.id(), SomePlanning::any))
                .isInstanceOfSatisfying(
                        SeatsSold.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.SEATS_SOLD));
    }

    @Test
    void anEventIsArchivedOnceCancelledEndedOrNobodyCountsOnIt() {
        some.seats.taken = true;
        var cancelled = some.published();
        planning.cancel(cancelled.id(), SomePlanning::any);
        planning.archive(cancelled.id(), SomePlanning::any);
        var ended = some.published();
        some.planningAt(SomeEvents.END).archive(ended.id(), SomePlanning::any);
        some.seats.taken = false;
        var alone = some.published();
        planning.archive(alone.id(), SomePlanning::any);

        assertThat(List.of(cancelled, ended, alone))
                .allSatisfy(event -> assertThat(some.stored(event).decided()).isEqualTo(EventState.ARCHIVED));
    }

    @Test
    void decisionsTakenTwiceChangeNothingMore() {
        var event = some.published();

        assertThat(planning.publish(event.id(), SomePlanning::any)).isEqualTo(event);
        var cancelled = planning.cancel(event.id(), SomePlanning::any);
        assertThat(planning.cancel(event.id(), SomePlanning::any)).isEqualTo(cancelled);
        planning.archive(event.id(), SomePlanning::any);
        planning.archive(event.id(), SomePlanning::any);
        assertThat(some.stored(event).version()).isEqualTo(cancelled.version() + 1);
    }

    @Test
    void anArchivedEventIsNotReplaced() {
        var event = some.published();
        planning.archive(event.id(), SomePlanning::any);

        assertThatThrownBy(() -> planning.replace(event.id(), event.version() + 1, Fields.of(aSubmission())))
                .isInstanceOf(WrongState.class);
    }

    @Test
    void nothingIsDecidedOnAnUnknownEvent() {
        var id = EventId.fresh();

        assertThatThrownBy(() -> planning.publish(id, SomePlanning::any)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> planning.cancel(id, SomePlanning::any)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> planning.archive(id, SomePlanning::any)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> planning.replace(id, 1, Fields.of(aSubmission())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aDecisionMeantForAnotherVersionIsNotTaken() {
        var event = some.published();
        LongPredicate earlier = version -> version < event.version();

        assertThatThrownBy(() -> planning.archive(event.id(), earlier)).isInstanceOf(VersionConflict.class);
        assertThatThrownBy(() -> planning.publish(event.id(), earlier)).isInstanceOf(VersionConflict.class);
        assertThatThrownBy(() -> planning.cancel(event.id(), earlier)).isInstanceOf(VersionConflict.class);
        assertThat(some.stored(event)).isEqualTo(event);
    }
}
