package foyer.mail;

import static foyer.event.SomeEvents.aPublishedEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.mail.Letter.Detail;
import foyer.shared.EmailAddress;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostingTest {
    private static final Instant NOON = Instant.parse("2030-05-01T12:00:00Z");

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void aLetterComesBackAsItWas(LetterKind kind) {
        var letter = new Letter(
                kind,
                EventId.fresh(),
                new EmailAddress("Ada@example.org"),
                "de",
                Map.of(Detail.CODE, "012345", Detail.LINK, "https://foyer.example/watch/x?k=y"));

        assertThat(Posting.letter(Posting.outgoing(letter, NOON))).isEqualTo(letter);
    }

    @Test
    void aLetterThatSomebodyWaitsForIsToldFromTheOthers() {
        assertThat(Posting.outgoing(SomeLetters.aLetter(LetterKind.CODE, aPublishedEvent(), "en"), NOON)
                        .kind())
                .isEqualTo(Posting.AWAITED);
        assertThat(Posting.outgoing(SomeLetters.aLetter(LetterKind.REMINDER_HOUR, aPublishedEvent(), "en"), NOON)
                        .kind())
                .isEqualTo(Posting.OTHER);
    }

    @Test
    void theSameFactHasTheSameId() {
        var letter = new Letter(
                LetterKind.REMINDER_DAY, EventId.fresh(), new EmailAddress("ada@example.org"), "en", Map.of());

        assertThat(Posting.outgoing("reminder-1", letter, NOON))
                .isEqualTo(Posting.outgoing("reminder-1", letter, NOON));
        assertThat(Posting.outgoing(letter, NOON)).isNotEqualTo(Posting.outgoing(letter, NOON));
    }
}
