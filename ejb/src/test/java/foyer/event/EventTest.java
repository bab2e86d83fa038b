package foyer.event;

import static foyer.event.SomeEvents.DURING;
import static foyer.event.SomeEvents.END;
import static foyer.event.SomeEvents.LONG_BEFORE;
import static foyer.event.SomeEvents.START;
import static foyer.event.SomeEvents.aDraft;
import static foyer.event.SomeEvents.aDraftOf;
import static foyer.event.SomeEvents.aPublishedEvent;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmission;
import static foyer.event.SomeEvents.aSubmissionWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.ValidationFailed;
import foyer.shared.WrongState;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventTest {
    @Test
    void aDraftStaysOneWhateverTheTime() {
        assertThat(aDraft().stateAt(END)).isEqualTo(EventState.DRAFT);
    }

    @Test
    void timeMovesAPublishedEvent() {
        var event = aPublishedEvent();

        assertThat(event.stateAt(START.minusMillis(1))).isEqualTo(EventState.PUBLISHED);
        assertThat(event.stateAt(START)).isEqualTo(EventState.LIVE);
        assertThat(event.stateAt(END.minusMillis(1))).isEqualTo(EventState.LIVE);
        assertThat(event.stateAt(END)).isEqualTo(EventState.ENDED);
    }

    @Test
    void theTagChangesWithTime() {
        var event = aPublishedEvent();

        assertThat(event.etagAt(LONG_BEFORE)).isEqualTo("2-published");
        assertThat(event.etagAt(DURING)).isEqualTo("2-live");
    }

    @Test
    void publishingTwiceIsTheSameAsOnce() {
        var event = aPublishedEvent();

        assertThat(event.published(DURING)).isEqualTo(event);
    }

    @Test
    void anEventThatIsPaidForNeedsAPriceToBePublished() {
        var event = aDraftOf(aSubmissionWith("authType", "payment"));

        assertThatThrownBy(() -> event.published(LONG_BEFORE))
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        failed -> assertThat(failed.findings())
                                .singleElement()
                                .satisfies(
                                        finding -> assertThat(finding.field()).isEqualTo("paymentConfig.price")));
    }

    @Test
    void anEventWithASharedPasswordNeedsItToBePublished() {
        var submission = aSubmissionWith("authType", "password");
        submission.put("passwordConfig", Map.of("mode", "shared"));

        assertThatThrownBy(() -> aDraftOf(submission).published(LONG_BEFORE)).isInstanceOf(ValidationFailed.class);
    }

    @Test
    void aPublishedEventCannotLoseItsPrice() {
        var paid = aSubmissionWith("authType", "payment");
        paid.put("paymentConfig", Map.of("price", 1000L, "currency", "EUR"));
        var free = aDraftOf(aSubmissionWith("authType", "payment")).plan();

        assertThatThrownBy(() -> aPublishedEventOf(paid).replanned(free, LONG_BEFORE))
                .isInstanceOf(ValidationFailed.class);
    }

    @Test
    void neitherDraftsNorEndedEventsAreCancelled() {
        assertThatThrownBy(() -> aDraft().cancelled(LONG_BEFORE)).isInstanceOf(WrongState.class);
        assertThatThrownBy(() -> aPublishedEvent().cancelled(END)).isInstanceOf(WrongState.class);
    }

    @Test
    void aCancelledEventStaysCancelled() {
        var cancelled = aPublishedEvent().cancelled(DURING);

        assertThat(cancelled.cancelled(END)).isEqualTo(cancelled);
        assertThat(cancelled.stateAt(END)).isEqualTo(EventState.CANCELLED);
        assertThatThrownBy(() -> cancelled.published(END)).isInstanceOf(WrongState.class);
    }

    @Test
    void anArchivedEventChangesNoMore() {
        var archived = aDraft().archived(LONG_BEFORE);

        assertThat(archived.archived(END)).isEqualTo(archived);
        assertThatThrownBy(() -> archived.replanned(archived.plan(), END)).isInstanceOf(WrongState.class);
        assertThatThrownBy(() -> archived.published(END)).isInstanceOf(WrongState.class);
        assertThatThrownBy(() -> archived.cancelled(END)).isInstanceOf(WrongState.class);
    }

    @Test
    void anEndedEventStillTakesItsRecording() {
        var event = aPublishedEvent();
        var recorded = aDraftOf(aSubmissionWith("videoUrl", "https://media.example.com/recording.m3u8"));

        var after = event.replanned(recorded.plan(), END.plusSeconds(60));

        assertThat(after.manifestUrl()).contains("https://media.example.com/recording.m3u8");
        assertThat(after.stateAt(END.plusSeconds(60))).isEqualTo(EventState.ENDED);
    }

    @Test
    void answersCarryTheOffset() {
        assertThat(aDraft().wholeView(LONG_BEFORE))
                .containsEntry("startsAt", "2030-05-01T20:00:00+02:00")
                .containsEntry("createdAt", "2030-01-01T12:00:00Z");
    }

    @Test
    void operatorsNeverReadThePassword() {
        var event = aDraftOf(aSubmissionWith("passwordConfig", Map.of("password", "open sesame")));

        assertThat(event.wholeView(LONG_BEFORE)).containsEntry("passwordConfig", Map.of("mode", "shared"));
        assertThat(event.toString()).doesNotContain("sesame");
    }

    @Test
    void thePublicSeesNothingOfTheHouse() {
        var view = aPublishedEventOf(aFullSubmission("none")).publicView(LONG_BEFORE);

        assertThat(view).doesNotContainKeys("version", "embedConfig").containsKeys("eventId", "title", "videoUrl");
        assertThat(view).containsEntry("paymentConfig", Map.of("price", 1000L, "currency", "EUR"));
        assertThat(view.get("videoConfig"))
                .isEqualTo(Map.of(
                        "manifestUrl", "https://media.example.com/a.m3u8",
                        "thumbnailUrl", "https://media.example.com/a.jpg"));
    }

    @Test
    void thePublicSeesTheManifestOnlyWhereNothingIsToBeProven() {
        var view = aPublishedEventOf(aFullSubmission("email")).publicView(LONG_BEFORE);

        assertThat(view).doesNotContainKey("videoUrl");
        assertThat(view.toString()).doesNotContain("m3u8");
    }

    private static Map<String, Object> aFullSubmission(String authType) {
        var tree = new HashMap<>(aSubmission());
        tree.put("authType", authType);
        tree.put(
                "videoConfig",
                Map.of(
                        "elementalUrl", "https://origin.example.com/v1",
                        "manifestUrl", "https://media.example.com/a.m3u8",
                        "thumbnailUrl", "https://media.example.com/a.jpg"));
        tree.put("paymentConfig", Map.of("price", 1000L, "currency", "EUR", "stripeProductId", "prod_1"));
        tree.put("embedConfig", Map.of("allowedOrigins", java.util.List.of("https://partner.example.com")));
        return tree;
    }
}
