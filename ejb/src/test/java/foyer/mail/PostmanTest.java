package foyer.mail;

import static foyer.event.SomeEvents.aPublishedEvent;
import static foyer.mail.SomeLetters.aLetter;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.Event;
import foyer.event.EventsInMemory;
import foyer.shared.Outgoing;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostmanTest {
    private final SettableClock clock = new SettableClock();
    private final OutboxInMemory outbox = new OutboxInMemory();
    private final EventsInMemory events = new EventsInMemory();
    private final List<Message> taken = new ArrayList<>();
    private final Event event = aPublishedEvent();
    private Function<Message, Receipt> office = this::take;
    private final Postman postman = postman();

    @BeforeEach
    void thereIsAnEvent() {
        events.add(event);
    }

    @Test
    void aLetterGoesOutOnce() {
        write("one");

        postman.round(0);
        postman.round(0);

        assertThat(taken).extracting(Message::id).containsExactly("one");
        assertThat(outbox.told("one")).isTrue();
    }

    @Test
    void whatANodeTookUpAndDidNotFinishGoesOutFromAnother() {
        write("one");
        outbox.claim(
                outbox.due(Posting.KIND, 0, clock.instant(), 1).get(0),
                clock.instant().plusSeconds(120));

        postman().round(0);
        assertThat(taken).isEmpty();

        clock.pass(Duration.ofMinutes(2));
        postman().round(0);
        assertThat(taken).hasSize(1);
    }

    @Test
    void aLetterSentAgainIsRecognisedByItsMessageId() {
        write("one");
        office = message -> {
            take(message);
            throw new Unavailable("The answer was lost.", Duration.ofSeconds(1));
        };
        postman.round(0);
        office = this::take;
        clock.pass(Duration.ofMinutes(1));
        postman.round(0);

        assertThat(taken).hasSize(2);
        assertThat(taken.get(1).messageId()).isEqualTo(taken.get(0).messageId());
    }

    @Test
    void whatIsRefusedForGoodIsGivenUpAndTheOthersGoOn() {
        write("one");
        clock.pass(Duration.ofSeconds(1));
        write("two");
        office = message -> message.id().equals("one") ? new Receipt.Refused("550 no such mailbox") : take(message);

        postman.round(0);

        assertThat(taken).extracting(Message::id).containsExactly("two");
        assertThat(dead()).singleElement().satisfies(letter -> {
            assertThat(letter.outgoing().id()).isEqualTo("one");
            assertThat(letter.trouble()).contains("550 no such mailbox");
        });
    }

    @Test
    void aClosedOfficeIsLeftInPeaceAndItsLettersLoseNoTry() {
        write("one");
        write("two");
        closed();
        postman.round(0);
        postman.round(0);
        office = this::take;

        postman.round(0);
        assertThat(taken).isEmpty();

        clock.pass(Duration.ofSeconds(5));
        postman.round(0);
        assertThat(taken).hasSize(2);
    }

    @Test
    void aLetterThatNobodyCanSendIsGivenUpAndTheOthersGoOn() {
        write("one");
        write("two");
        office = message -> {
            if (message.id().equals("one")) {
                throw new IllegalArgumentException("The label in the input is too long");
            }
            return take(message);
        };

        postman.round(0);

        assertThat(taken).extracting(Message::id).containsExactly("two");
        assertThat(dead()).hasSize(1);
    }

    @Test
    void afterTheLastTryALetterWaitsForAPerson() {
        write("one");
        closed();

        for (var attempt = 0; attempt < 3; attempt++) {
            postman.round(0);
            clock.pass(Duration.ofMinutes(5));
        }

        assertThat(dead())
                .singleElement()
                .satisfies(letter -> assertThat(letter.attempts()).isEqualTo(3));
    }

    @Test
    void aLetterThatCannotBeWrittenIsGivenUp() {
        outbox.write(new Outgoing("broken", Posting.KIND, Map.of("kind", "poem"), clock.instant()));
        outbox.write(Posting.outgoing("lost", aLetter(LetterKind.CODE, aPublishedEvent(), "en"), clock.instant()));
        write("one");

        postman.round(0);

        assertThat(taken).hasSize(1);
        assertThat(dead()).hasSize(2);
    }

    @Test
    void noMoreGoOutThanTheRateAllows() {
        for (var letter = 0; letter < 30; letter++) {
            write("letter-" + letter);
        }
        var slow =
                new MailSettings(Carrier.SMTP, SomeLetters.THEATRE, 5, 3, Duration.ofMinutes(2), Duration.ofDays(30));

        new Postman(outbox, events, SomeLetters.rendering(), message -> office.apply(message), slow, clock).round(0);

        assertThat(taken).hasSizeBetween(5, 7);
    }

    private void closed() {
        office = message -> {
            throw new OfficeClosed("The relay is down.", new IllegalStateException("down"));
        };
    }

    private Receipt take(Message message) {
        taken.add(message);
        return new Receipt.Taken();
    }

    private void write(String id) {
        outbox.write(Posting.outgoing(id, aLetter(LetterKind.CONFIRMATION, event, "en"), clock.instant()));
    }

    private List<Dispatch> dead() {
        return outbox.buried(Posting.KIND, 10, null).items();
    }

    private Postman postman() {
        return new Postman(
                outbox, events, SomeLetters.rendering(), message -> office.apply(message), SomeLetters.mail(), clock);
    }
}
