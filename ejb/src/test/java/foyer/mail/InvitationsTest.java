package foyer.mail;

import static foyer.event.SomeEvents.aPublishedEvent;
import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmission;
import static foyer.event.SomeEvents.renamed;
import static foyer.event.SomeEvents.replanned;
import static foyer.mail.SomeLetters.aLetter;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import foyer.event.Event;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvitationsTest {
    private static final String PAGE = "https://video.example";

    private final Event event = aPublishedEvent();

    @Test
    void theEntryStandsAtTheEventsTimeInTheEventsZone() {
        var text = invitation(LetterKind.CONFIRMATION, event).text();

        assertThat(text)
                .contains(
                        "METHOD:REQUEST",
                        "TZID:Europe/Vienna",
                        "DTSTART;TZID=Europe/Vienna:20300501T200000",
                        "DTEND;TZID=Europe/Vienna:20300501T220000",
                        "BEGIN:DAYLIGHT",
                        "DTSTART:20300331T020000",
                        "TZOFFSETFROM:+0100",
                        "TZOFFSETTO:+0200");
    }

    @Test
    void aReaderThatTrustsOurZoneFindsTheSameMoment() {
        for (var zone : new String[] {"Europe/Vienna", "America/New_York", "Asia/Kolkata", "Asia/Kathmandu", "UTC"}) {
            var submission = aSubmission();
            submission.put("timeZone", zone);
            var there = aPublishedEventOf(submission);

            assertThat(entry(invitation(LetterKind.CONFIRMATION, there))
                            .getDateStart()
                            .getValue()
                            .toInstant())
                    .as(zone)
                    .isEqualTo(there.startsAt().toInstant());
        }
    }

    @Test
    void anEventThroughTheNightOfTheChangeKnowsBothOffsets() {
        var submission = aSubmission();
        submission.put("startsAt", "2030-10-26T22:00:00");
        submission.put("endsAt", "2030-10-27T06:00:00");

        var invitation = invitation(LetterKind.CONFIRMATION, aPublishedEventOf(submission));

        assertThat(invitation.text()).contains("BEGIN:DAYLIGHT", "BEGIN:STANDARD");
        assertThat(entry(invitation).getDateEnd().getValue().toInstant())
                .isEqualTo(Instant.parse("2030-10-27T05:00:00Z"));
    }

    @Test
    void aChangeIsTheSameEntryInANewerVersion() {
        var before = entry(invitation(LetterKind.CONFIRMATION, event));
        var after = entry(invitation(LetterKind.EVENT_CHANGED, renamed(event, "Another evening")));

        assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
        assertThat(after.getSequence().getValue())
                .isGreaterThan(before.getSequence().getValue());
        assertThat(after.getSummary().getValue()).isEqualTo("Another evening");
    }

    @Test
    void anEventThatMovesIsTheSameEntryAtItsNewTime() {
        var before = entry(invitation(LetterKind.CONFIRMATION, event));
        var moved = replanned(event, "startsAt", "2030-05-01T21:00:00");

        var invitation = invitation(LetterKind.EVENT_CHANGED, moved);

        var after = entry(invitation);
        assertThat(invitation.method()).isEqualTo("REQUEST");
        assertThat(invitation.text()).contains("DTSTART;TZID=Europe/Vienna:20300501T210000");
        assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
        assertThat(after.getSequence().getValue())
                .isGreaterThan(before.getSequence().getValue());
    }

    @Test
    void aCancellationTakesTheEntryBack() {
        var invitation = invitation(LetterKind.EVENT_CANCELLED, event);

        assertThat(invitation.method()).isEqualTo("CANCEL");
        assertThat(invitation.text()).contains("METHOD:CANCEL", "STATUS:CANCELLED");
    }

    @Test
    void aRightThatIsTakenBackEndsTheEntryThoughTheEventStays() {
        var before = entry(invitation(LetterKind.CONFIRMATION, event));
        var after = entry(invitation(LetterKind.REVOKED, event));

        assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
        assertThat(after.getSequence().getValue())
                .isGreaterThan(before.getSequence().getValue());
    }

    @Test
    void aLetterOfNoRegistrationHasNoEntry() {
        var letter = new Letter(LetterKind.EVENT_CHANGED, event.id(), SomeLetters.ADA, "en", Map.of());

        assertThat(Invitations.of(letter, event, SomeLetters.THEATRE, PAGE)).isEmpty();
    }

    @Test
    void aTitleCannotAddALine() {
        var text = invitation(LetterKind.CONFIRMATION, renamed(event, "A; b, c\\nATTENDEE:mailto:x@example.org"))
                .text();

        assertThat(text).contains("SUMMARY:A\\; b\\, c\\\\nATTENDEE");
    }

    @Test
    void otherLettersHaveNoEntry() {
        assertThat(Invitations.of(aLetter(LetterKind.CODE, event, "en"), event, SomeLetters.THEATRE, PAGE))
                .isEmpty();
    }

    private static Invitation invitation(LetterKind kind, Event event) {
        return Invitations.of(aLetter(kind, event, "en"), event, SomeLetters.THEATRE, PAGE)
                .orElseThrow();
    }

    private static VEvent entry(Invitation invitation) {
        return Biweekly.parse(invitation.text()).first().getEvents().get(0);
    }
}
