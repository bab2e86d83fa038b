package foyer.mail;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import foyer.shared.EmailAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How fast letters go out, and which before which. */
class PostmanAtItsRateTest {
    private final PostRoom room = new PostRoom();

    @Test
    void noMoreGoOutThanTheRateAllows() {
        for (var letter = 0; letter < 30; letter++) {
            room.write("letter-" + letter);
        }
        var slow = room.postman(room.outbox, 5);

        slow.round(0);
        slow.round(0);
        assertThat(room.taken).hasSize(5);

        room.clock.pass(Duration.ofSeconds(1));
        slow.round(0);
        assertThat(room.taken).hasSize(10);
    }

    @Test
    void whileTheStoreIsStrainedLettersThatCanWaitGoOutAtAQuarterOfTheRate() {
        for (var letter = 0; letter < 100; letter++) {
            room.write("letter-" + letter);
        }
        room.strained = true;
        var yielding = room.postman(room.outbox, 40);

        yielding.round(0);
        assertThat(room.taken).hasSize(10);

        room.strained = false;
        room.clock.pass(Duration.ofSeconds(1));
        yielding.round(0);
        assertThat(room.taken).hasSize(50);
    }

    @Test
    void aSmallRateStillLetsOneOutEachSecondWhileTheStoreIsStrained() {
        room.write("one");
        room.write("two");
        room.strained = true;
        var yielding = room.postman(room.outbox, 1);

        yielding.round(0);
        assertThat(room.taken).hasSize(1);

        room.clock.pass(Duration.ofSeconds(1));
        yielding.round(0);
        assertThat(room.taken).hasSize(2);
    }

    @Test
    void strainSlowsNoLetterThatSomebodyWaitsFor() {
        for (var letter = 0; letter < 40; letter++) {
            room.writeAwaited(room.outbox, "code-" + letter);
        }
        room.strained = true;

        room.postman(room.outbox, 100).round(0);

        assertThat(room.taken).hasSize(40);
    }

    @Test
    void whatSomebodyWaitsForGoesOutBeforeOlderOnesThatCanWait() {
        for (var letter = 0; letter < 200; letter++) {
            room.write("letter-" + letter);
        }
        room.clock.pass(Duration.ofSeconds(1));
        room.writeAwaited(room.outbox, "code");

        room.postman(room.outbox, 5).round(0);

        assertThat(room.taken).hasSize(5).first().extracting(Message::id).isEqualTo("code");
    }

    @Test
    void lettersThatCanWaitDoNotKeepALaneForLong() {
        room.write("one");
        room.write("two");
        room.write("three");
        room.office = message -> {
            room.clock.pass(Duration.ofSeconds(2));
            return room.take(message);
        };

        room.round();
        room.writeAwaited(room.outbox, "code");
        room.round();

        assertThat(room.taken).hasSize(3).element(1).extracting(Message::id).isEqualTo("code");
    }

    @Test
    void nothingThatCanWaitGoesOutOfAnyLaneWhileSomebodyWaitsInOne() {
        var two = new OutboxInMemory(2);
        List.of("code-0", "code-2", "code-4", "code-6").forEach(id -> room.writeAwaited(two, id));
        for (var letter = 0; letter < 10; letter++) {
            room.writeTo(new EmailAddress("reader-" + letter + "@example.org"), two, "letter-" + letter);
        }
        var waits = two.due(Posting.AWAITED, 0, room.clock.instant(), 1).isEmpty() ? 1 : 0;
        var slow = room.postman(two, 3);

        slow.round(waits);
        room.clock.pass(Duration.ofSeconds(1));
        slow.round(1 - waits);
        assertThat(room.taken).hasSize(3);

        slow.round(waits);
        assertThat(room.taken)
                .hasSize(6)
                .element(3)
                .extracting(Message::id, as(STRING))
                .startsWith("code");

        room.clock.pass(Duration.ofSeconds(1));
        slow.round(1 - waits);
        assertThat(room.taken).hasSize(9);
    }
}
