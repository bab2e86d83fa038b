package foyer.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.EmailAddress;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Letters that somebody waits for are taken up several at once, and handed over one by one. */
class PostmanByHandfulsTest {
    private final PostRoom room = new PostRoom();

    @Test
    void whatSomebodyWaitsForIsTakenUpInHandfulsAndGoesOutInOrderOnce() {
        var codes = room.codes(25);

        room.round();
        room.round();

        assertThat(room.taken).extracting(Message::id).containsExactlyElementsOf(codes);
        assertThat(codes).allMatch(room.outbox::told);
    }

    @Test
    void ofAHandfulNothingMoreGoesOutOnceTheOfficeIsClosed() {
        var codes = room.codes(4);
        room.office = message -> {
            if (room.taken.size() == 1) {
                throw new OfficeClosed("The relay is down.", new IllegalStateException("down"));
            }
            return room.take(message);
        };
        room.round();
        room.round();
        assertThat(room.taken).hasSize(1);

        room.clock.pass(Duration.ofSeconds(5));
        assertThat(room.outbox.due(Posting.AWAITED, 0, room.clock.instant(), 10))
                .extracting(Waiting::id)
                .containsExactlyInAnyOrder(codes.get(1), codes.get(2), codes.get(3));
        room.office = room::take;
        room.round();

        assertThat(room.taken).hasSize(4);
        assertThat(codes).allMatch(room.outbox::told);
    }

    @Test
    void ofAHandfulThatTakesTooLongTheRestIsLeftToWhoeverComesAndStaysInOrder() {
        var codes = room.codes(3);
        room.office = message -> {
            room.clock.pass(Duration.ofSeconds(6));
            return room.take(message);
        };

        room.round();

        assertThat(room.taken).hasSize(1);
        assertThat(room.outbox.due(Posting.AWAITED, 0, room.clock.instant(), 10))
                .extracting(Waiting::id)
                .containsExactly(codes.get(1), codes.get(2));
        room.postman().round(0);
        room.postman().round(0);
        assertThat(room.taken).extracting(Message::id).containsExactlyElementsOf(codes);
    }

    @Test
    void anOfficeThatTakesATenthOfASecondAndMoreIsHandedAWholeHandful() {
        var codes = room.codes(10);
        room.office = message -> {
            room.clock.pass(Duration.ofMillis(150));
            return room.take(message);
        };

        room.round();

        assertThat(room.taken).extracting(Message::id).containsExactlyElementsOf(codes);
    }

    /** However slow the office was with those before it. */
    @Test
    void theLastOfAHandfulTooHasAllOfTheLease() {
        var codes = room.codes(2);
        var moments = new ArrayList<Instant>();
        room.office = message -> {
            moments.add(room.clock.instant());
            if (moments.size() == 2) {
                throw new NodeDied();
            }
            room.clock.pass(Duration.ofMillis(4_999));
            return room.take(message);
        };

        assertThatThrownBy(room::round).isInstanceOf(NodeDied.class);

        var lease = SomeLetters.mail().lease();
        assertThat(room.outbox.due(
                        Posting.AWAITED, 0, moments.get(1).plus(lease).minusMillis(1), 1))
                .isEmpty();
        room.clock.pass(lease.plusSeconds(1));
        room.office = room::take;
        room.postman().round(0);
        assertThat(room.taken).extracting(Message::id).containsExactlyElementsOf(codes);
    }

    @Test
    void ofAHandfulTheRestWaitsAgainWhereTheStoreFallsSilent() {
        room.codes(3);
        room.events.fallSilent(true);

        assertThatThrownBy(room::round).isInstanceOf(Unavailable.class);

        assertThat(room.taken).isEmpty();
        assertThat(room.outbox.due(Posting.AWAITED, 0, room.clock.instant(), 10))
                .hasSize(2);
    }

    @Test
    void aHandfulIsNoMoreThanALanesShareOfTheRate() {
        var four = new OutboxInMemory(4);
        for (var reader = 0; reader < 40; reader++) {
            var letter = new Letter(
                    LetterKind.CODE,
                    room.event.id(),
                    new EmailAddress("reader-" + reader + "@example.org"),
                    "en",
                    Map.of());
            four.write(Posting.outgoing("code-" + reader, letter, room.clock.instant()));
        }
        var most = new AtomicInteger();
        room.office = message -> {
            var waiting = IntStream.range(0, 4)
                    .map(lane -> four.due(Posting.AWAITED, lane, room.clock.instant(), 100)
                            .size())
                    .sum();
            most.accumulateAndGet(40 - room.taken.size() - waiting, Math::max);
            return room.take(message);
        };

        IntStream.range(0, 4).forEach(room.postman(four, 8)::round);

        assertThat(room.taken).hasSize(8);
        assertThat(most).hasValue(2);
    }

    /** As by -9: nobody catches it. */
    private static final class NodeDied extends Error {
        private static final long serialVersionUID = 1L;
    }
}
