package foyer.mail;

import static foyer.event.SomeEvents.aPublishedEvent;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static foyer.event.SomeEvents.renamed;
import static foyer.mail.SomeLetters.LINK;
import static foyer.mail.SomeLetters.aLetter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.mail.Letter.Detail;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RenderingTest {
    private final Event event = aPublishedEvent();

    static Stream<Arguments> everyKindInEveryLanguage() {
        return Arrays.stream(LetterKind.values())
                .flatMap(kind -> Wording.LANGUAGES.stream().map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("everyKindInEveryLanguage")
    void everyKindHasWordsInEveryLanguage(LetterKind kind, String language) {
        var message = message(kind, language);

        assertThat(message.subject()).contains(event.title()).doesNotContain("{{");
        assertThat(message.text()).contains(event.title(), "Ada").doesNotContain("{{", "}}", "&");
        assertThat(message.html())
                .contains(event.title(), "<html lang=\"" + language + "\">")
                .doesNotContain("{{", "}}");
    }

    @Test
    void aLanguageWithoutWordsGetsEnglish() {
        assertThat(message(LetterKind.CONFIRMATION, "tlh").text()).contains("Hello Ada");
        assertThat(message(LetterKind.CONFIRMATION, "").text()).contains("Hello Ada");
    }

    @Test
    void timesAreTheEventsAndSaySo() {
        assertThat(message(LetterKind.CONFIRMATION, "en-GB").text())
                .contains("Wednesday, 1 May 2030, 20:00 – 22:00 (Central European Summer Time)");
        assertThat(message(LetterKind.CONFIRMATION, "de-AT").text())
                .contains("Mittwoch, 1. Mai 2030, 20:00 – 22:00 (Mitteleuropäische Sommerzeit)");
    }

    @Test
    void anEventThroughTheNightSaysWhichDayItEnds() {
        var submission = aSubmissionWith("startsAt", "2030-10-26T22:00:00");
        submission.put("endsAt", "2030-10-27T06:00:00");
        var night = aPublishedEventOf(submission);

        assertThat(render(aLetter(LetterKind.CONFIRMATION, night, "en-GB"), night)
                        .text())
                .contains("Saturday, 26 October 2030, 22:00 (Central European Summer Time)"
                        + " – Sunday, 27 October 2030, 06:00 (Central European Standard Time)");
    }

    @Test
    void aTitleThatRunsTheOtherWayTurnsNothingAroundIt() {
        for (var title : List.of("\u202egnp.exe", "ערב עם חברים", "\u2069\u202eout", "\u200fmark")) {
            var letter = aLetter(LetterKind.CONFIRMATION, event, "en");

            assertThat(render(letter, renamed(event, title)).subject())
                    .matches("Your seat for \u2068[^\u2066-\u2069]+\u2069");
        }
    }

    @Test
    void aReceiptSaysTheSumAsItsReaderWritesIt() {
        var details = Map.of(Detail.NAME, "Ada", Detail.AMOUNT, "123450 EUR", Detail.PAYMENT, "p1");
        var letter = new Letter(LetterKind.RECEIPT, event.id(), SomeLetters.ADA, "fr", details);

        assertThat(render(letter, event).text().replaceAll("\\h", " ")).contains("Nous avons reçu 1 234,50 € et");
    }

    @ParameterizedTest
    @CsvSource({
        "en, confirmed, the organizer is asked",
        "de, bestätigt, wird der Veranstalter um seine Zusage gebeten",
        "es, confirmada, la organización debe dar su aprobación",
        "fr, confirmée, L’organisation doit encore donner son accord"
    })
    void aReceiptConfirmsNoSeatThatTheOrganizerHasToAgreeTo(String language, String confirmed, String asked) {
        var details =
                new EnumMap<Detail, String>(Map.of(Detail.AMOUNT, "1200 EUR", Detail.PAYMENT, "p1", Detail.LINK, LINK));
        var seat = render(new Letter(LetterKind.RECEIPT, event.id(), SomeLetters.ADA, language, details), event);
        details.put(Detail.APPROVAL, "asked");
        var request = render(new Letter(LetterKind.RECEIPT, event.id(), SomeLetters.ADA, language, details), event);

        assertThat(seat.text()).contains(confirmed, "p1", "12").doesNotContain(asked);
        assertThat(request.text()).contains(asked, "p1", "12").doesNotContain(confirmed);
        assertThat(request.subject()).contains(event.title()).isNotEqualTo(seat.subject());
    }

    @Test
    void aCodeComesWithItsLinkAndItsEnd() {
        var message = message(LetterKind.CODE, "en-GB");

        assertThat(message.text()).contains("    012345", LINK, "until 12:00 (Central European Summer Time)");
        assertThat(message.html()).contains("012345", "href=\"https://video.example/watch/x?k&#x3D;a.b.c\"");
    }

    @ParameterizedTest
    @MethodSource("everyKindInEveryLanguage")
    void aLinkThatComesWithoutACodeSpeaksOfNone(LetterKind kind, String language) {
        var details = new EnumMap<>(aLetter(kind, event, language).details());
        details.remove(Detail.CODE);
        var message = render(new Letter(kind, event.id(), SomeLetters.ADA, language, details), event);

        assertThat(message.subject()).contains(event.title());
        assertThat((message.subject() + message.text()).toLowerCase(Locale.ROOT))
                .doesNotContain("code", "código", "{{");
        assertThat(message.text()).contains(event.title());
    }

    @Test
    void onlyANewLinkIsSaidToEndTheOneBefore() {
        assertThat(message(LetterKind.NEW_LINK, "en").text()).contains("no longer works");
        assertThat(message(LetterKind.ACCESS_LINK, "en").text())
                .doesNotContain("no longer works")
                .contains("earlier letters stay good");
    }

    @Test
    void aLetterWithoutALinkLeadsToTheEventsPage() {
        var letter = new Letter(LetterKind.REMINDER_DAY, event.id(), SomeLetters.ADA, "en", Map.of());

        assertThat(render(letter, event).text())
                .contains("https://letters.example/watch/" + event.id().value());
    }

    @Test
    void whatPeopleTypedIsTextInHtml() {
        var nasty = renamed(event, "<script>alert(1)</script> & \"more\" {{code}}");
        var letter = new Letter(
                LetterKind.CONFIRMATION,
                event.id(),
                SomeLetters.ADA,
                "en",
                Map.of(Detail.NAME, "<img src=x onerror=y>"));

        var message = render(letter, nasty);

        assertThat(message.html()).doesNotContain("<script", "<img").contains("&lt;script&gt;", "&lt;img src");
        assertThat(message.text()).contains("<script>alert(1)</script> & \"more\" {{code}}");
    }

    @Test
    void aSubjectHasOneLineWhateverIsInIt() {
        var letter = new Letter(
                LetterKind.CODE,
                event.id(),
                SomeLetters.ADA,
                "en",
                Map.of(Detail.CODE, "1\r\nBcc: all@example.org\r\n\r\nbody\u2028\u0085"));

        assertThat(render(letter, event).subject())
                .isEqualTo("1 Bcc: all@example.org body is your code for " + event.title());
    }

    @Test
    void noMessageTakesASubjectOfTwoLines() {
        assertThatThrownBy(() -> SomeLetters.aMessageTo(SomeLetters.ADA, "Hello\r\nBcc: all@example.org"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLongTitleIsCutInTheSubjectAlone() {
        var title = "Ä".repeat(200);

        var message = render(aLetter(LetterKind.CODE, event, "en"), renamed(event, title));

        assertThat(message.subject()).hasSize(150).endsWith("…");
        assertThat(message.text()).contains(title);
    }

    @Test
    void theOrganizersLookIsTheLettersToo() {
        var look =
                Map.of("customization", Map.of("logoUrl", "https://cdn.example.org/logo.png", "primaryColor", "#fc0"));
        var branded = aPublishedEventOf(aSubmissionWith("registrationConfig", look));

        assertThat(render(aLetter(LetterKind.CODE, branded, "en"), branded).html())
                .contains("https://cdn.example.org/logo.png", "background:#fc0;", "color:#000000;text-decoration:none");
    }

    @Test
    void theSameFactMakesTheSameMessage() {
        var letter = aLetter(LetterKind.CONFIRMATION, event, "en");

        assertThat(render(letter, event)).isEqualTo(render(letter, event));
        assertThat(render(letter, event).messageId()).matches("<[A-Za-z0-9_-]+@theatre\\.example>");
    }

    private Message message(LetterKind kind, String language) {
        return render(aLetter(kind, event, language), event);
    }

    private static Message render(Letter letter, Event event) {
        return SomeLetters.rendering().message("outgoing-1", letter, event);
    }
}
