package foyer.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandedTest {
    private static final Message LETTER = new Message(
            "one",
            new Sender(new EmailAddress("foyer@foyer.example"), "Foyer"),
            new EmailAddress("ada@example.com"),
            "Hello",
            "Hello",
            "<p>Hello</p>",
            null);

    private static final Receipt TAKEN = new Receipt.Taken();

    private final List<Handed> held = new ArrayList<>();

    @Test
    void aLetterIsOnTheCounterHoweverOftenItIsTried() {
        var tries = new ArrayList<Message>();
        var office = Handed.to(handed -> {
            tries.add(handed.message());
            tries.add(handed.message());
            return TAKEN;
        });

        assertThat(office.apply(LETTER)).isEqualTo(TAKEN);
        assertThat(tries).containsExactly(LETTER, LETTER);
    }

    @Test
    void whoeverHoldsOnToWhatWasHandedHoldsNoLetterAfterwards() {
        var office = Handed.to(handed -> {
            held.add(handed);
            return TAKEN;
        });

        assertThat(office.apply(LETTER)).isEqualTo(TAKEN);
        nothingIsIn(held);
    }

    @Test
    void norWhereTheOfficeTookNothing() {
        var office = Handed.to(handed -> {
            held.add(handed);
            throw new IllegalArgumentException("Nobody can send this.");
        });

        assertThatThrownBy(() -> office.apply(LETTER)).isInstanceOf(IllegalArgumentException.class);
        nothingIsIn(held);
    }

    private static void nothingIsIn(List<Handed> held) {
        assertThat(held)
                .hasSize(1)
                .allSatisfy(handed -> assertThatThrownBy(handed::message).isInstanceOf(IllegalStateException.class));
    }
}
