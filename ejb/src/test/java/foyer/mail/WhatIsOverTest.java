package foyer.mail;

import static foyer.event.SomeEvents.cancelled;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.mail.Letter.Detail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    /** The seat may be another's by then. */
    @ParameterizedTest
    @EnumSource(
            value = LetterKind.class,
            names = {"OFFER", "PAYMENT_DUE"})
    void nobodyIsOfferedASeatThatIsKeptNoLonger(LetterKind kind) {
        var until = room.clock.instant().plus(Duration.ofMinutes(30));
        room.write("over", kind, Map.of(Detail.UNTIL, until.minusMillis(1).toString()));
        room.write("kept", kind, Map.of(Detail.UNTIL, until.plusMillis(1).toString()));
        room.clock.pass(Duration.ofMinutes(30));

        room.round();

        assertThat(sent()).containsExactly("kept");
        assertThat(room.outbox.told("over")).isTrue();
    }

    @Test
    void anOfferWithoutAnEndGoesOutWheneverItCan() {
        room.write("offer", LetterKind.OFFER, Map.of());
        room.clock.pass(Duration.ofDays(1));

        room.round();

        assertThat(sent()).containsExactly("offer");
    }

    @Test
    void aReminderGoesOutForAsLongAsItIsTrue() {
        room.write("day", LetterKind.REMINDER_DAY, Map.of());
        room.write("hour", LetterKind.REMINDER_HOUR, Map.of());
        var start = room.event.startsAt().toInstant();

        room.clock.pass(Duration.between(room.clock.instant(), start.minusMillis(1)));
        room.round();

        assertThat(sent()).as("a day is not told in the last hour").containsExactly("hour");
        assertThat(room.outbox.told("day")).isTrue();
    }

    @Test
    void nobodyIsRemindedOfWhatHasBegun() {
        room.write("hour", LetterKind.REMINDER_HOUR, Map.of());
        room.clock.pass(
                Duration.between(room.clock.instant(), room.event.startsAt().toInstant()));

        room.round();

        assertThat(sent()).isEmpty();
        assertThat(room.outbox.told("hour")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = LetterKind.class,
            names = {"OFFER", "PAYMENT_DUE", "REMINDER_DAY", "REMINDER_HOUR", "EVENT_CHANGED"})
    void nobodyIsAskedToAnEventThatWasCalledOff(LetterKind kind) {
        room.write("letter", kind, Map.of());
        room.events.replace(room.event, cancelled(room.event));

        room.round();

        assertThat(sent()).isEmpty();
        assertThat(room.outbox.told("letter")).isTrue();
    }

    /** Of money everybody hears, and that it was called off. */
    @ParameterizedTest
    @EnumSource(
            value = LetterKind.class,
            names = {"RECEIPT", "REFUNDED", "EVENT_CANCELLED"})
    void whatIsStillSoOfAnEventThatWasCalledOffGoesOut(LetterKind kind) {
        room.write("letter", kind, SomeLetters.aLetter(kind, room.event, "en").details());
        room.events.replace(room.event, cancelled(room.event));

        room.round();

        assertThat(sent()).containsExactly("letter");
    }

    private List<String> sent() {
        return room.taken.stream().map(Message::id).toList();
    }
}
