package foyer.mail;

import static foyer.event.SomeEvents.aPublishedEvent;
import static foyer.event.SomeEvents.renamed;
import static foyer.mail.SomeLetters.aLetter;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import foyer.event.Event;
import foyer.event.EventsInMemory;
import foyer.shared.EmailAddress;
import foyer.shared.Outgoing;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
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
                outbox.due(Posting.OTHER, 0, clock.instant(), 1).get(0),
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
    void aLetterThatTookTooLongWaitsAndItsThreadGoesOn() {
        write("one");
        office = message -> {
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
        outbox.write(new Outgoing("broken", Posting.OTHER, Map.of("kind", "poem"), clock.instant()));
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
        var slow = postman(outbox, 5);

        slow.round(0);
        slow.round(0);
        assertThat(taken).hasSize(5);

        clock.pass(Duration.ofSeconds(1));
        slow.round(0);
        assertThat(taken).hasSize(10);
    }

    @Test
    void whatSomebodyWaitsForGoesOutBeforeOlderOnesThatCanWait() {
        for (var letter = 0; letter < 200; letter++) {
            write("letter-" + letter);
        }
        clock.pass(Duration.ofSeconds(1));
        writeAwaited(outbox, "code");

        postman(outbox, 5).round(0);

        assertThat(taken).hasSize(5).first().extracting(Message::id).isEqualTo("code");
    }

    @Test
    void lettersThatCanWaitDoNotKeepALaneForLong() {
        write("one");
        write("two");
        write("three");
        office = message -> {
            clock.pass(Duration.ofSeconds(2));
            return take(message);
        };

        postman.round(0);
        writeAwaited(outbox, "code");
        postman.round(0);

        assertThat(taken).hasSize(3).element(1).extracting(Message::id).isEqualTo("code");
    }

    @Test
    void nothingThatCanWaitGoesOutOfAnyLaneWhileSomebodyWaitsInOne() {
        var two = new OutboxInMemory(2);
        List.of("code-0", "code-2", "code-4", "code-6").forEach(id -> writeAwaited(two, id));
        for (var letter = 0; letter < 10; letter++) {
            writeTo(new EmailAddress("reader-" + letter + "@example.org"), two, "letter-" + letter);
        }
        var waits = two.due(Posting.AWAITED, 0, clock.instant(), 1).isEmpty() ? 1 : 0;
        var slow = postman(two, 3);

        slow.round(waits);
        clock.pass(Duration.ofSeconds(1));
        slow.round(1 - waits);
        assertThat(taken).hasSize(3);

        slow.round(waits);
        assertThat(taken)
                .hasSize(6)
                .element(3)
                .extracting(Message::id, as(STRING))
                .startsWith("code");

        clock.pass(Duration.ofSeconds(1));
        slow.round(1 - waits);
        assertThat(taken).hasSize(9);
    }

    @Test
    void theLettersOfARoundReadTheirEventOnceAndEachRoundAnew() {
        write("one");
        write("two");
        var before = events.readings();
        postman.round(0);
        assertThat(taken).hasSize(2);
        assertThat(events.readings()).isEqualTo(before + 1);
        events.replace(event, renamed(event, "Another title"));
        write("three");

        postman.round(0);

        assertThat(taken.get(2).text()).contains("Another title");
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
        write(outbox, id);
    }

    private void writeAwaited(Outbox where, String id) {
        where.write(Posting.outgoing(id, aLetter(LetterKind.CODE, event, "en"), clock.instant()));
    }

    private void write(Outbox where, String id) {
        where.write(Posting.outgoing(id, aLetter(LetterKind.CONFIRMATION, event, "en"), clock.instant()));
    }

    private void writeTo(EmailAddress reader, Outbox where, String id) {
        var letter = new Letter(LetterKind.CONFIRMATION, event.id(), reader, "en", Map.of());
        where.write(Posting.outgoing(id, letter, clock.instant()));
    }

    private List<Dispatch> dead() {
        return outbox.buried(Posting.KINDS, 10, null).items();
    }

    private Postman postman() {
        return postman(outbox, 100);
    }

    private Postman postman(Outbox where, int rate) {
        return new Postman(
                where,
                events,
                SomeLetters.rendering(),
                message -> office.apply(message),
                SomeLetters.mail(),
                new Turns(rate, new ClockMeter(clock), clock),
                clock);
    }

    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return Duration.ofMillis(clock.millis()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
