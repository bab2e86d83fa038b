package foyer.mail;

import static foyer.event.SomeEvents.aPublishedEvent;
import static foyer.event.SomeEvents.renamed;
import static foyer.mail.SomeLetters.aLetter;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.Outgoing;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.Test;

class PostmanTest {
    private final PostRoom room = new PostRoom();
    private final SettableClock clock = room.clock;
    private final OutboxInMemory outbox = room.outbox;
    private final List<Message> taken = room.taken;
    private final Postman postman = room.postman();

    @Test
    void aLetterGoesOutOnce() {
        room.write("one");

        postman.round(0);
        postman.round(0);

        assertThat(taken).extracting(Message::id).containsExactly("one");
        assertThat(outbox.told("one")).isTrue();
    }

    @Test
    void whatANodeTookUpAndDidNotFinishGoesOutFromAnother() {
        room.write("one");
        outbox.claim(
                outbox.due(Posting.OTHER, 0, clock.instant(), 1).get(0),
                clock.instant().plusSeconds(120));

        room.postman().round(0);
        assertThat(taken).isEmpty();

        clock.pass(Duration.ofMinutes(2));
        room.postman().round(0);
        assertThat(taken).hasSize(1);
    }

    @Test
    void aLetterSentAgainIsRecognisedByItsMessageId() {
        room.write("one");
        room.office = message -> {
            room.take(message);
            throw new Unavailable("The answer was lost.", Duration.ofSeconds(1));
        };
        postman.round(0);
        room.office = room::take;
        clock.pass(Duration.ofMinutes(1));
        postman.round(0);

        assertThat(taken).hasSize(2);
        assertThat(taken.get(1).messageId()).isEqualTo(taken.get(0).messageId());
    }

    @Test
    void whatIsRefusedForGoodIsGivenUpAndTheOthersGoOn() {
        room.write("one");
        clock.pass(Duration.ofSeconds(1));
        room.write("two");
        room.office =
                message -> message.id().equals("one") ? new Receipt.Refused("550 no such mailbox") : room.take(message);

        postman.round(0);

        assertThat(taken).extracting(Message::id).containsExactly("two");
        assertThat(room.dead()).singleElement().satisfies(letter -> {
            assertThat(letter.outgoing().id()).isEqualTo("one");
            assertThat(letter.trouble()).contains("550 no such mailbox");
        });
    }

    @Test
    void aClosedOfficeIsLeftInPeaceAndItsLettersLoseNoTry() {
        room.write("one");
        room.write("two");
        room.close();
        postman.round(0);
        postman.round(0);
        room.office = room::take;

        postman.round(0);
        assertThat(taken).isEmpty();

        clock.pass(Duration.ofSeconds(5));
        postman.round(0);
        assertThat(taken).hasSize(2);
    }

    @Test
    void aLetterThatTookTooLongWaitsAndItsThreadGoesOn() {
        room.write("one");
        room.office = message -> {
            Thread.currentThread().interrupt();
            throw new TimeoutException();
        };

        postman.round(0);

        assertThat(Thread.interrupted()).isFalse();
        assertThat(outbox.due(Posting.OTHER, 0, clock.instant().plusSeconds(5), 1))
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

        postman.round(0);

        assertThat(taken).extracting(Message::id).containsExactly("two");
        assertThat(room.dead()).hasSize(1);
    }

    @Test
    void afterTheLastTryALetterWaitsForAPerson() {
        room.write("one");
        room.close();

        for (var attempt = 0; attempt < 3; attempt++) {
            postman.round(0);
            clock.pass(Duration.ofMinutes(5));
        }

        assertThat(room.dead())
                .singleElement()
                .satisfies(letter -> assertThat(letter.attempts()).isEqualTo(3));
    }

    @Test
    void aLetterThatCannotBeWrittenIsGivenUp() {
        outbox.write(new Outgoing("broken", Posting.OTHER, Map.of("kind", "poem"), clock.instant()));
        outbox.write(Posting.outgoing("lost", aLetter(LetterKind.CODE, aPublishedEvent(), "en"), clock.instant()));
        room.write("one");

        postman.round(0);

        assertThat(taken).hasSize(1);
        assertThat(room.dead()).hasSize(2);
    }

    @Test
    void theLettersOfARoundReadTheirEventOnceAndEachRoundAnew() {
        room.write("one");
        room.write("two");
        var before = room.events.readings();
        postman.round(0);
        assertThat(taken).hasSize(2);
        assertThat(room.events.readings()).isEqualTo(before + 1);
        room.events.replace(room.event, renamed(room.event, "Another title"));
        room.write("three");

        postman.round(0);

        assertThat(taken.get(2).text()).contains("Another title");
    }
}
