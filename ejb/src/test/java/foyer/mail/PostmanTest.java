package foyer.mail;

import static foyer.event.SomeEvents.aPublishedEvent;
import static foyer.event.SomeEvents.renamed;
import static foyer.mail.SomeLetters.aLetter;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.KeptLines;
import foyer.shared.Outgoing;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.Test;

/** What becomes of a letter: it goes out once, waits, or is given up. */
class PostmanTest {
    private final PostRoom room = new PostRoom();

    @Test
    void aLetterGoesOutOnce() {
        room.write("one");

        room.round();
        room.round();

        assertThat(room.taken).extracting(Message::id).containsExactly("one");
        assertThat(room.outbox.told("one")).isTrue();
    }

    @Test
    void whatANodeTookUpAndDidNotFinishGoesOutFromAnother() {
        room.write("one");
        room.outbox.claim(
                room.outbox.due(Posting.OTHER, 0, room.clock.instant(), 1).get(0),
                room.clock.instant().plusSeconds(120));

        room.postman().round(0);
        assertThat(room.taken).isEmpty();

        room.clock.pass(Duration.ofMinutes(2));
        room.postman().round(0);
        assertThat(room.taken).hasSize(1);
    }

    @Test
    void aLetterSentAgainIsRecognisedByItsMessageId() {
        room.write("one");
        room.office = message -> {
            room.take(message);
            throw new Unavailable("The answer was lost.", Duration.ofSeconds(1));
        };
        room.round();
        room.office = room::take;
        room.clock.pass(Duration.ofMinutes(1));
        room.round();

        assertThat(room.taken).hasSize(2);
        assertThat(room.taken.get(1).messageId()).isEqualTo(room.taken.get(0).messageId());
    }

    @Test
    void whatIsRefusedForGoodIsGivenUpAndTheOthersGoOn() {
        room.write("one");
        room.clock.pass(Duration.ofSeconds(1));
        room.write("two");
        room.office =
                message -> message.id().equals("one") ? new Receipt.Refused("550 no such mailbox") : room.take(message);

        room.round();

        assertThat(room.taken).extracting(Message::id).containsExactly("two");
        assertThat(room.dead()).singleElement().satisfies(letter -> {
            assertThat(letter.outgoing().id()).isEqualTo("one");
            assertThat(letter.trouble()).contains("550 no such mailbox");
        });
    }

    @Test
    void aLetterThatIsWantedLaterWaitsAloneAndTheOthersGoOn() {
        room.write("one");
        room.clock.pass(Duration.ofSeconds(1));
        room.write("two");
        room.office =
                message -> message.id().equals("one") ? new Receipt.Later("451 4.7.1 greylisted") : room.take(message);

        room.round();

        assertThat(room.taken).extracting(Message::id).containsExactly("two");
        assertThat(room.outbox.due(Posting.OTHER, 0, room.clock.instant(), 9)).isEmpty();
        assertThat(room.outbox.due(Posting.OTHER, 0, room.clock.instant().plusSeconds(5), 9))
                .extracting(Waiting::id)
                .containsExactly("one");
    }

    @Test
    void whatIsWantedLaterForeverWaitsForAPersonInTheEnd() {
        room.write("one");
        room.office = message -> new Receipt.Later("450 4.2.1 mailbox busy");

        for (var attempt = 0; attempt < 3; attempt++) {
            room.round();
            room.clock.pass(Duration.ofMinutes(5));
        }

        assertThat(room.dead())
                .singleElement()
                .satisfies(letter -> assertThat(letter.trouble()).contains("450 4.2.1 mailbox busy"));
    }

    @Test
    void whereTheSenderIsRefusedLettersWaitAndAPersonIsToldOnce() {
        room.write("one");
        room.write("two");
        room.write("three");
        room.office = message -> {
            throw new SenderRefused("550 not a verified sender", new IllegalStateException("550"));
        };

        try (var kept = new KeptLines(Logger.getLogger(Postman.class.getName()))) {
            for (var attempt = 0; attempt < 9; attempt++) {
                room.round();
                room.clock.pass(Duration.ofMinutes(5));
            }
            assertThat(kept.lines()).extracting(LogRecord::getLevel).containsExactly(Level.SEVERE);
        }

        assertThat(room.dead()).isEmpty();
        room.office = room::take;
        room.round();
        assertThat(room.taken).hasSize(3);
    }

    @Test
    void whatComesAfterASenderWasRefusedForLongBuriesNothingAtOnce() {
        room.write("one");
        room.office = message -> {
            throw new SenderRefused("550 not a verified sender", new IllegalStateException("550"));
        };
        for (var attempt = 0; attempt < 9; attempt++) {
            room.round();
            room.clock.pass(Duration.ofMinutes(5));
        }

        room.close();
        room.round();

        assertThat(room.dead()).isEmpty();
    }

    @Test
    void aClosedOfficeIsLeftInPeaceAndItsLettersLoseNoTry() {
        room.write("one");
        room.write("two");
        room.close();
        room.round();
        room.round();
        room.office = room::take;

        room.round();
        assertThat(room.taken).isEmpty();

        room.clock.pass(Duration.ofSeconds(5));
        room.round();
        assertThat(room.taken).hasSize(2);
    }

    @Test
    void aLetterThatTookTooLongWaitsAndItsThreadGoesOn() {
        room.write("one");
        room.office = message -> {
            Thread.currentThread().interrupt();
            throw new TimeoutException();
        };

        room.round();

        assertThat(Thread.interrupted()).isFalse();
        assertThat(room.outbox.due(Posting.OTHER, 0, room.clock.instant().plusSeconds(5), 1))
                .hasSize(1);
    }

    @Test
    void aLetterThatNobodyCanSendIsGivenUpAndTheOthersGoOn() {
        room.write("one");
        room.write("two");
        room.office = message -> {
            if (message.id().equals("one")) {
                throw new IllegalArgumentException("The label in the input is too long");
            }
            return room.take(message);
        };

        room.round();

        assertThat(room.taken).extracting(Message::id).containsExactly("two");
        assertThat(room.dead()).hasSize(1);
    }

    @Test
    void afterTheLastTryALetterWaitsForAPerson() {
        room.write("one");
        room.close();

        for (var attempt = 0; attempt < 3; attempt++) {
            room.round();
            room.clock.pass(Duration.ofMinutes(5));
        }

        assertThat(room.dead())
                .singleElement()
                .satisfies(letter -> assertThat(letter.attempts()).isEqualTo(3));
    }

    @Test
    void aLetterThatCannotBeWrittenIsGivenUp() {
        room.outbox.write(new Outgoing("broken", Posting.OTHER, Map.of("kind", "poem"), room.clock.instant()));
        room.outbox.write(
                Posting.outgoing("lost", aLetter(LetterKind.CODE, aPublishedEvent(), "en"), room.clock.instant()));
        room.write("one");

        room.round();

        assertThat(room.taken).hasSize(1);
        assertThat(room.dead()).hasSize(2);
    }

    @Test
    void theLettersOfARoundReadTheirEventOnceAndEachRoundAnew() {
        room.write("one");
        room.write("two");
        var before = room.events.readings();
        room.round();
        assertThat(room.taken).hasSize(2);
        assertThat(room.events.readings()).isEqualTo(before + 1);
        room.events.replace(room.event, renamed(room.event, "Another title"));
        room.write("three");

        room.round();

        assertThat(room.taken.get(2).text()).contains("Another title");
    }
}
