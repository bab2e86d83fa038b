package foyer.mail;

import static foyer.event.SomeEvents.cancelled;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Letters that are of no use any more are not sent, and keep nobody waiting. */
class WhatIsOverTest {
    private final PostRoom room = new PostRoom();

    @Test
    void aCodeThatIsOverKeepsNobodyWaiting() {
        var over = IntStream.range(0, 20).mapToObj(number -> "over-" + number).toList();
        over.forEach(room::writeCode);
        room.clock.pass(Duration.ofMinutes(10));
        room.writeCode("fresh");

        room.postman(room.outbox, 2).round(0);

        assertThat(sent()).containsExactly("fresh");
        assertThat(over).allMatch(room.outbox::told);
        assertThat(room.dead()).isEmpty();
    }

    @Test
    void aCodeGoesOutForAsLongAsItOpensSomething() {
        room.writeCode("late");
        room.clock.pass(Duration.ofMinutes(10).minusMillis(1));

        room.round();

        assertThat(sent()).containsExactly("late");
    }

    @Test
    void nobodyIsSentATicketForAnEventThatWasCalledOff() {
        room.write("ticket");
        room.events.replace(room.event, cancelled(room.event));

        room.round();
        room.round();

        assertThat(sent()).isEmpty();
        assertThat(room.outbox.told("ticket")).isTrue();
    }

    private List<String> sent() {
        return room.taken.stream().map(Message::id).toList();
    }
}
