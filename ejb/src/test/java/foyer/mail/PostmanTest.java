package foyer.mail;

import static foyer.event.SomeEvents.aPublishedEvent;
import static foyer.event.SomeEvents.renamed;
import static foyer.mail.SomeLetters.aLetter;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
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
    private boolean strained;
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
    void whileTheStoreIsStrainedLettersThatCanWaitGoOutAtAQuarterOfTheRate() {
        for (var letter = 0; letter < 100; letter++) {
            write("letter-" + letter);
        }
        strained = true;
        var yielding = postman(outbox, 40);

        yielding.round(0);
        assertThat(taken).hasSize(10);

        strained = false;
        clock.pass(Duration.ofSeconds(1));
        yielding.round(0);
        assertThat(taken).hasSize(50);
    }

    @Test
    void aSmallRateStillLetsOneOutEachSecondWhileTheStoreIsStrained() {
        write("one");
        write("two");
        strained = true;
        var yielding = postman(outbox, 1);

        yielding.round(0);
        assertThat(taken).hasSize(1);

        clock.pass(Duration.ofSeconds(1));
        yielding.round(0);
        assertThat(taken).hasSize(2);
    }

    @Test
    void strainSlowsNoLetterThatSomebodyWaitsFor() {
        for (var letter = 0; letter < 40; letter++) {
            writeAwaited(outbox, "code-" + letter);
        }
        strained = true;

        postman(outbox, 100).round(0);

        assertThat(taken).hasSize(40);
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
    void whatSomebodyWaitsForIsTakenUpInHandfulsAndGoesOutInOrderOnce() {
        var codes = codes(25);

        postman.round(0);
        postman.round(0);

        assertThat(taken).extracting(Message::id).containsExactlyElementsOf(codes);
        assertThat(codes).allMatch(outbox::told);
    }

    @Test
    void ofAHandfulNothingMoreGoesOutOnceTheOfficeIsClosed() {
        var codes = codes(4);
        office = message -> {
            if (taken.size() == 1) {
                throw new OfficeClosed("The relay is down.", new IllegalStateException("down"));
            }
            return take(message);
        };
        postman.round(0);
        postman.round(0);
        assertThat(taken).hasSize(1);

        clock.pass(Duration.ofSeconds(5));
        assertThat(outbox.due(Posting.AWAITED, 0, clock.instant(), 10))
                .extracting(Waiting::id)
                .containsExactlyInAnyOrder(codes.get(1), codes.get(2), codes.get(3));
        office = this::take;
        postman.round(0);

        assertThat(taken).hasSize(4);
        assertThat(codes).allMatch(outbox::told);
    }

    @Test
    void ofAHandfulThatTakesTooLongTheRestIsLeftToWhoeverComesAndStaysInOrder() {
        var codes = codes(3);
        office = message -> {
            clock.pass(Duration.ofSeconds(6));
            return take(message);
        };

        postman.round(0);

        assertThat(taken).hasSize(1);
        assertThat(outbox.due(Posting.AWAITED, 0, clock.instant(), 10))
                .extracting(Waiting::id)
                .containsExactly(codes.get(1), codes.get(2));
        postman().round(0);
        postman().round(0);
        assertThat(taken).extracting(Message::id).containsExactlyElementsOf(codes);
    }

    @Test
    void anOfficeThatTakesATenthOfASecondAndMoreIsHandedAWholeHandful() {
        var codes = codes(10);
        office = message -> {
            clock.pass(Duration.ofMillis(150));
            return take(message);
        };

        postman.round(0);

        assertThat(taken).extracting(Message::id).containsExactlyElementsOf(codes);
    }

    /** However slow the office was with those before it. */
    @Test
    void theLastOfAHandfulTooHasAllOfTheLease() {
        var codes = codes(2);
        var moments = new ArrayList<Instant>();
        office = message -> {
            moments.add(clock.instant());
            if (moments.size() == 2) {
                throw new NodeDied();
            }
            clock.pass(Duration.ofMillis(4_999));
            return take(message);
        };

        assertThatThrownBy(() -> postman.round(0)).isInstanceOf(NodeDied.class);

        var lease = SomeLetters.mail().lease();
        assertThat(outbox.due(Posting.AWAITED, 0, moments.get(1).plus(lease).minusMillis(1), 1))
                .isEmpty();
        clock.pass(lease.plusSeconds(1));
        office = this::take;
        postman().round(0);
        assertThat(taken).extracting(Message::id).containsExactlyElementsOf(codes);
    }

    @Test
    void ofAHandfulTheRestWaitsAgainWhereTheStoreFallsSilent() {
        codes(3);
        events.fallSilent(true);

        assertThatThrownBy(() -> postman.round(0)).isInstanceOf(Unavailable.class);

        assertThat(taken).isEmpty();
        assertThat(outbox.due(Posting.AWAITED, 0, clock.instant(), 10)).hasSize(2);
    }

    @Test
    void aHandfulIsNoMoreThanALanesShareOfTheRate() {
        var four = new OutboxInMemory(4);
        for (var reader = 0; reader < 40; reader++) {
            var letter = new Letter(
                    LetterKind.CODE, event.id(), new EmailAddress("reader-" + reader + "@example.org"), "en", Map.of());
            four.write(Posting.outgoing("code-" + reader, letter, clock.instant()));
        }
        var most = new AtomicInteger();
        office = message -> {
            var waiting = IntStream.range(0, 4)
                    .map(lane -> four.due(Posting.AWAITED, lane, clock.instant(), 100)
                            .size())
                    .sum();
            most.accumulateAndGet(40 - taken.size() - waiting, Math::max);
            return take(message);
        };

        IntStream.range(0, 4).forEach(postman(four, 8)::round);

        assertThat(taken).hasSize(8);
        assertThat(most).hasValue(2);
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

    private List<String> codes(int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> {
                    clock.pass(Duration.ofMillis(1));
                    var id = "code-" + number;
                    writeAwaited(outbox, id);
                    return id;
                })
                .toList();
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
                SomeLetters.mail(rate),
                new Turns(rate, new ClockMeter(clock), () -> strained, clock),
                clock);
    }

    /** As by -9: nobody catches it. */
    private static final class NodeDied extends Error {
        private static final long serialVersionUID = 1L;
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
