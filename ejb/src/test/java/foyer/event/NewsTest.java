package foyer.event;

import static foyer.event.SomeEvents.LONG_BEFORE;
import static foyer.event.SomeEvents.START;
import static foyer.event.SomeEvents.aDraft;
import static foyer.event.SomeEvents.aPublishedEvent;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static foyer.event.SomeEvents.renamed;
import static foyer.event.SomeEvents.replanned;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.News.What;
import foyer.shared.Outgoing;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewsTest {
    private final Event event = aPublishedEvent();

    @Test
    void publishingMakesTheRemindersAhead() {
        var draft = aDraft();

        var news = News.of(draft, draft.published(LONG_BEFORE), LONG_BEFORE);

        assertThat(news).extracting(NewsTest::what).containsExactly(What.REMINDER_DAY, What.REMINDER_HOUR);
        assertThat(news)
                .extracting(Outgoing::due)
                .containsExactly(START.minus(Duration.ofHours(24)), START.minus(Duration.ofHours(1)));
    }

    @Test
    void whoPublishesLateRemindsOnlyOfWhatIsAhead() {
        var draft = aDraft();
        var late = START.minus(Duration.ofHours(2));

        assertThat(News.of(draft, draft.published(late), late))
                .extracting(NewsTest::what)
                .containsExactly(What.REMINDER_HOUR);
    }

    @Test
    void anotherTitleIsNews() {
        assertThat(News.of(event, renamed(event, "Another"), LONG_BEFORE))
                .extracting(NewsTest::what)
                .containsExactly(What.CHANGED);
        assertThat(News.of(event, renamed(event, event.title()), LONG_BEFORE)).isEmpty();
    }

    @Test
    void anEventThatMovesIsNewsAndIsRemindedOfAtItsNewTime() {
        var moved = replanned(event, "startsAt", "2030-05-01T21:00:00");
        var start = START.plus(Duration.ofHours(1));

        var news = News.of(event, moved, LONG_BEFORE);

        assertThat(news)
                .extracting(NewsTest::what)
                .containsExactly(What.CHANGED, What.REMINDER_DAY, What.REMINDER_HOUR);
        assertThat(news)
                .extracting(Outgoing::due)
                .containsExactly(LONG_BEFORE, start.minus(Duration.ofHours(24)), start.minus(Duration.ofHours(1)));
        assertThat(news).allMatch(told -> News.read(told).holds(moved, LONG_BEFORE));
    }

    @Test
    void aChangeHoldsThoughSomethingElseChangedSince() {
        var moved = replanned(event, "startsAt", "2030-05-01T21:00:00");
        var described = replanned(moved, "description", "With a picture now.");
        var movedAgain = replanned(described, "startsAt", "2030-05-01T22:00:00");
        var news = News.read(News.of(event, moved, LONG_BEFORE).get(0));

        assertThat(news.holds(described, LONG_BEFORE)).isTrue();
        assertThat(news.holds(movedAgain, LONG_BEFORE)).isFalse();
    }

    @Test
    void whatAMoveMakesNewsOfIsNotTakenForWhatWasMadeBefore() {
        var draft = aDraft();
        var published = draft.published(LONG_BEFORE);
        var moved = replanned(published, "startsAt", "2030-05-01T21:00:00");

        assertThat(News.of(published, moved, LONG_BEFORE))
                .extracting(Outgoing::id)
                .doesNotContainAnyElementsOf(News.of(draft, published, LONG_BEFORE).stream()
                        .map(Outgoing::id)
                        .toList());
    }

    @Test
    void aCancellationIsNews() {
        var news = News.of(event, event.cancelled(LONG_BEFORE), LONG_BEFORE);

        assertThat(news).extracting(Outgoing::kind).containsExactly(News.KIND, Cancellation.KIND);
        assertThat(what(news.get(0))).isEqualTo(What.CANCELLED);
        assertThat(News.read(news.get(0)).holds(event.cancelled(LONG_BEFORE), LONG_BEFORE))
                .isTrue();
        assertThat(News.read(news.get(0)).at()).isEqualTo(LONG_BEFORE);
    }

    @Test
    void aReminderOfACancelledOrBegunEventHoldsNoLonger() {
        var reminder = new News(What.REMINDER_HOUR, event.id(), event.version(), START, "", LONG_BEFORE);

        assertThat(reminder.holds(event, LONG_BEFORE)).isTrue();
        assertThat(reminder.holds(event.cancelled(LONG_BEFORE), LONG_BEFORE)).isFalse();
        assertThat(reminder.holds(event, START)).isFalse();
        assertThat(new News(What.REMINDER_HOUR, event.id(), 1, START.plusSeconds(1), "", LONG_BEFORE)
                        .holds(event, LONG_BEFORE))
                .isFalse();
    }

    @Test
    void whateverItsWayInIsByNowMoneyMayHaveToGoBack() {
        var sold = aSubmissionWith("authType", "payment");
        sold.put("paymentConfig", Map.of("price", 1200L, "currency", "EUR"));
        var open = replanned(aPublishedEventOf(sold), "authType", "email");

        assertThat(News.of(open, open.cancelled(LONG_BEFORE), LONG_BEFORE))
                .extracting(Outgoing::kind)
                .contains(Cancellation.KIND);
    }

    @Test
    void ofWhatIsPutAwayNobodyHearsAndMoneyMayHaveToGoBack() {
        assertThat(News.of(event, event.archived(LONG_BEFORE), LONG_BEFORE))
                .extracting(Outgoing::kind)
                .containsExactly(Cancellation.KIND);
    }

    @Test
    void nobodyHasPaidForADraftNorAgainForWhatIsOver() {
        var draft = aDraft();
        var cancelled = event.cancelled(LONG_BEFORE);

        assertThat(News.of(draft, draft.archived(LONG_BEFORE), LONG_BEFORE)).isEmpty();
        assertThat(News.of(cancelled, cancelled.archived(LONG_BEFORE), LONG_BEFORE))
                .isEmpty();
    }

    private static What what(Outgoing outgoing) {
        return News.read(outgoing).what();
    }
}
