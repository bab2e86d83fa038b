package foyer.mail;

import static foyer.event.SomeEvents.aPublishedEvent;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.event.EventsInMemory;
import foyer.shared.Fields;
import foyer.shared.NotFound;
import foyer.shared.SettableClock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreviewingTest {
    private final EventsInMemory events = new EventsInMemory();
    private final Previewing previewing = previewing();

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void everyKindCanBeLookedAt(LetterKind kind) {
        var event = aPublishedEvent();
        events.add(event);

        assertThat(previewing.preview(event.id(), Fields.wireName(kind), "fr"))
                .containsKeys("kind", "subject", "text", "html")
                .extractingByKey("html")
                .asString()
                .contains(event.title(), "Bonjour");
    }

    @Test
    void theEntryForTheCalendarIsShownToo() {
        var event = aPublishedEvent();
        events.add(event);

        assertThat(previewing.preview(event.id(), "confirmation", "en")).containsKey("calendar");
        assertThat(previewing.preview(event.id(), "reminderDay", "en")).doesNotContainKey("calendar");
    }

    @Test
    void whatIsShownLeadsWhereLettersDo() {
        var event = aPublishedEvent();
        events.add(event);
        var page = "https://letters.example/watch/" + event.id().value();

        var shown = previewing.preview(event.id(), "confirmation", "en");

        assertThat(shown).extractingByKey("text").asString().contains(page).doesNotContain("video.example.org");
        assertThat(shown).extractingByKey("calendar").asString().contains("\nURL:" + page);
    }

    @Test
    void aReceiptIsShownAsItGoesOutAtThisEvent() {
        var open = aPublishedEvent();
        var choosy = aPublishedEventOf(aSubmissionWith("registrationConfig", Map.of("approval", true)));
        events.add(open);
        events.add(choosy);

        assertThat(previewing.preview(open.id(), "receipt", "en").get("text"))
                .asString()
                .contains("is confirmed");
        assertThat(previewing.preview(choosy.id(), "receipt", "en").get("text"))
                .asString()
                .contains("the organizer is asked");
        assertThat(previewing.preview(open.id(), "receipt", "en")).containsKey("calendar");
        assertThat(previewing.preview(choosy.id(), "receipt", "en")).doesNotContainKey("calendar");
    }

    @Test
    void whatIsNotThereIsNotShown() {
        var event = aPublishedEvent();
        events.add(event);

        assertThatThrownBy(() -> previewing.preview(event.id(), "poem", "en")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> previewing.preview(EventId.fresh(), "code", "en"))
                .isInstanceOf(NotFound.class);
    }

    private Previewing previewing() {
        var previewing = new Previewing();
        previewing.events = events;
        previewing.rendering = SomeLetters.rendering();
        previewing.links = SomeLetters.LINKS;
        previewing.clock = new SettableClock();
        return previewing;
    }
}
