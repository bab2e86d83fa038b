package foyer.event;

import static foyer.event.SomeEvents.LONG_BEFORE;
import static foyer.event.SomeEvents.aSubmission;
import static foyer.event.SomeEvents.aSubmissionWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.Fields;
import foyer.shared.Finding;
import foyer.shared.ValidationFailed;
import foyer.shared.VersionConflict;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanningTest {
    private final SomePlanning some = new SomePlanning();
    private final Planning planning = some.planningAt(LONG_BEFORE);

    @Test
    void aNewEventIsADraft() {
        var event = planning.create(Fields.of(aSubmission()), EventId.fresh());

        assertThat(event.decided()).isEqualTo(EventState.DRAFT);
        assertThat(event.version()).isEqualTo(1);
        assertThat(some.events.find(event.id())).contains(event);
    }

    @Test
    void creatingAgainUnderOneIdMakesOneEvent() {
        var submission = aSubmissionWith("passwordConfig", Map.of("password", "open sesame"));
        var id = EventId.fresh();
        var first = planning.create(Fields.of(submission), id);

        assertThat(planning.create(Fields.of(submission), id)).isEqualTo(first);
    }

    @Test
    void anotherEventUnderATakenIdIsRefused() {
        var id = EventId.fresh();
        planning.create(Fields.of(aSubmission()), id);

        assertThatThrownBy(() -> planning.create(Fields.of(aSubmissionWith("title", "Another")), id))
                .isInstanceOf(VersionConflict.class);
    }

    @Test
    void nobodySetsWhatTheHouseSets() {
        var submission = aSubmission();
        submission.putAll(Map.of("eventId", "x", "state", "live", "version", 1L, "createdAt", "x", "updatedAt", "x"));

        assertThatThrownBy(() -> planning.create(Fields.of(submission), EventId.fresh()))
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        failed -> assertThat(failed.findings())
                                .extracting(Finding::code)
                                .containsOnly("read_only")
                                .hasSize(5));
    }

    @Test
    void whatWasReadCanBeSentBackAsItIs() {
        var event = some.published();
        var later = some.planningAt(SomeEvents.DURING);

        var after = later.replace(event.id(), event.version(), Fields.of(event.wholeView(LONG_BEFORE)));

        assertThat(after.plan()).isEqualTo(event.plan());
        assertThat(after.version()).isEqualTo(event.version() + 1);
    }

    @Test
    void whatWasReadCanBeSentBackWithItsTimesWrittenAnotherWay() {
        var event = some.published();
        var tree = new HashMap<String, Object>(event.wholeView(LONG_BEFORE));
        tree.put("createdAt", event.createdAt().atOffset(ZoneOffset.ofHours(2)).toString());

        assertThat(planning.replace(event.id(), event.version(), Fields.of(tree))
                        .plan())
                .isEqualTo(event.plan());
    }

    @Test
    void whatWasReadCannotBeSentBackChanged() {
        var event = some.published();
        for (var change : List.of(
                Map.entry("eventId", EventId.fresh().value()),
                Map.entry("state", "ended"),
                Map.entry("state", "draft"),
                Map.entry("state", "cancelled"),
                Map.entry("version", 9L),
                Map.entry("createdAt", "2001-01-01T00:00:00Z"),
                Map.entry("updatedAt", "2001-01-01T00:00:00Z"))) {
            var tree = new HashMap<String, Object>(event.wholeView(LONG_BEFORE));
            tree.put(change.getKey(), change.getValue());

            assertThatThrownBy(() -> planning.replace(event.id(), event.version(), Fields.of(tree)))
                    .isInstanceOfSatisfying(
                            ValidationFailed.class,
                            failed -> assertThat(failed.findings())
                                    .singleElement()
                                    .isEqualTo(new Finding(
                                            change.getKey(),
                                            "read_only",
                                            "Nobody sets this. Leave it out, or send what was read.")));
        }
    }

    @Test
    void replacingResetsWhatIsLeftOut() {
        var event = planning.create(Fields.of(aSubmissionWith("capacity", 10L)), EventId.fresh());

        var after = planning.replace(event.id(), 1, Fields.of(aSubmission()));

        assertThat(after.plan().admission().capacity()).isNull();
    }

    @Test
    void replacingAStaleVersionIsRefusedBeforeAnythingElse() {
        var event = planning.create(Fields.of(aSubmission()), EventId.fresh());

        assertThatThrownBy(() -> planning.replace(event.id(), 7, Fields.of(Map.of())))
                .isInstanceOf(VersionConflict.class);
    }

    @Test
    void aSharedPasswordNobodySendsBackStays() {
        var event = planning.create(
                Fields.of(aSubmissionWith("passwordConfig", Map.of("password", "open sesame"))), EventId.fresh());

        var after = planning.replace(event.id(), 1, Fields.of(event.wholeView(LONG_BEFORE)));

        assertThat(after.plan().admission().password().hash()).isEqualTo("hash of open sesame");
    }

    @Test
    void aSharedPasswordGoesWithItsMode() {
        var event = planning.create(
                Fields.of(aSubmissionWith("passwordConfig", Map.of("password", "open sesame"))), EventId.fresh());

        var personal = planning.replace(
                event.id(), 1, Fields.of(aSubmissionWith("passwordConfig", Map.of("mode", "personal"))));
        var leftOut = planning.replace(event.id(), 2, Fields.of(aSubmission()));

        assertThat(personal.plan().admission().password().hash()).isNull();
        assertThat(leftOut.plan().admission().password().hash()).isNull();
    }

    @Test
    void whoShowsPicturesElsewhereHearsOfWhatThePublicLoses() {
        var event = some.published();
        assertThat(some.takenDown).isEmpty();

        planning.cancel(event.id(), SomePlanning::any, SomePlanning.OPERATOR);
        planning.cancel(event.id(), SomePlanning::any, SomePlanning.OPERATOR);
        planning.archive(event.id(), SomePlanning::any, SomePlanning.OPERATOR);

        assertThat(some.takenDown)
                .extracting(Event::decided)
                .containsExactly(EventState.CANCELLED, EventState.ARCHIVED);
    }
}
