package foyer.event;

import static foyer.event.SomeEvents.LONG_BEFORE;
import static foyer.event.SomeEvents.aSubmission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import foyer.audit.Act;
import foyer.audit.AuditEntry;
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

        assertThatThrownBy(() -> planning.archive(event.id(), SomePlanning::any, SomePlanning.OPERATOR))
                .isInstanceOfSatisfying(
                        SeatsSold.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.SEATS_SOLD));
    }

    @Test
    void anEventIsArchivedOnceCancelledEndedOrNobodyCountsOnIt() {
        some.seats.taken = true;
        var cancelled = some.published();
        planning.cancel(cancelled.id(), SomePlanning::any, SomePlanning.OPERATOR);
        planning.archive(cancelled.id(), SomePlanning::any, SomePlanning.OPERATOR);
        var ended = some.published();
        some.planningAt(SomeEvents.END).archive(ended.id(), SomePlanning::any, SomePlanning.OPERATOR);
        some.seats.taken = false;
        var alone = some.published();
        planning.archive(alone.id(), SomePlanning::any, SomePlanning.OPERATOR);

        assertThat(List.of(cancelled, ended, alone))
                .allSatisfy(event -> assertThat(some.stored(event).decided()).isEqualTo(EventState.ARCHIVED));
    }

    @Test
    void decisionsTakenTwiceChangeNothingMore() {
        var event = some.published();

        assertThat(planning.publish(event.id(), SomePlanning::any)).isEqualTo(event);
        var cancelled = planning.cancel(event.id(), SomePlanning::any, SomePlanning.OPERATOR);
        assertThat(planning.cancel(event.id(), SomePlanning::any, SomePlanning.OPERATOR))
                .isEqualTo(cancelled);
        planning.archive(event.id(), SomePlanning::any, SomePlanning.OPERATOR);
        planning.archive(event.id(), SomePlanning::any, SomePlanning.OPERATOR);
        assertThat(some.stored(event).version()).isEqualTo(cancelled.version() + 1);
    }

    @Test
    void whoCallsAnEventOffIsRecordedOnce() {
        var cancelled = some.published();
        planning.cancel(cancelled.id(), SomePlanning::any, SomePlanning.OPERATOR);
        planning.cancel(cancelled.id(), SomePlanning::any, SomePlanning.OPERATOR);
        planning.archive(cancelled.id(), SomePlanning::any, SomePlanning.OPERATOR);
        var putAway = some.published();
        planning.archive(putAway.id(), SomePlanning::any, "another operator");

        assertThat(some.trail.all())
                .extracting(AuditEntry::act, AuditEntry::subject, AuditEntry::by)
                .containsExactlyInAnyOrder(
                        tuple(Act.EVENT_CANCELLED, cancelled.id().value(), SomePlanning.OPERATOR),
                        tuple(Act.EVENT_ARCHIVED, putAway.id().value(), "another operator"));
    }

    @Test
    void nothingIsRecordedWhereNobodyGetsMoneyBack() {
        var ended = some.published();
        some.planningAt(SomeEvents.END).archive(ended.id(), SomePlanning::any, SomePlanning.OPERATOR);
        var draft = planning.create(Fields.of(aSubmission()), EventId.fresh());
        planning.archive(draft.id(), SomePlanning::any, SomePlanning.OPERATOR);

        assertThat(some.trail.all()).isEmpty();
    }

    @Test
    void anArchivedEventIsNotReplaced() {
        var event = some.published();
        planning.archive(event.id(), SomePlanning::any, SomePlanning.OPERATOR);

        assertThatThrownBy(() -> planning.replace(event.id(), event.version() + 1, Fields.of(aSubmission())))
                .isInstanceOf(WrongState.class);
    }

    @Test
    void nothingIsDecidedOnAnUnknownEvent() {
        var id = EventId.fresh();

        assertThatThrownBy(() -> planning.publish(id, SomePlanning::any)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> planning.cancel(id, SomePlanning::any, SomePlanning.OPERATOR))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> planning.archive(id, SomePlanning::any, SomePlanning.OPERATOR))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> planning.replace(id, 1, Fields.of(aSubmission())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aDecisionMeantForAnotherVersionIsNotTaken() {
        var event = some.published();
        LongPredicate earlier = version -> version < event.version();

        assertThatThrownBy(() -> planning.archive(event.id(), earlier, SomePlanning.OPERATOR))
                .isInstanceOf(VersionConflict.class);
        assertThatThrownBy(() -> planning.publish(event.id(), earlier)).isInstanceOf(VersionConflict.class);
        assertThatThrownBy(() -> planning.cancel(event.id(), earlier, SomePlanning.OPERATOR))
                .isInstanceOf(VersionConflict.class);
        assertThat(some.stored(event)).isEqualTo(event);
    }
}
