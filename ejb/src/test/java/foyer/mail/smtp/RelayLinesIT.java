package foyer.mail.smtp;

import static foyer.mail.SomeLetters.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.mail.Receipt;
import foyer.shared.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RelayLinesIT {
    private static final String AGREES = "nothing that anybody says";

    private final SettableClock clock = new SettableClock();

    @Test
    void lettersThatFollowOneAnotherShareALine() throws Exception {
        try (var relay = new RelayThatSays(AGREES, "")) {
            var office = office(relay);

            for (var letter = 0; letter < 5; letter++) {
                assertThat(office.send(aMessage())).isEqualTo(new Receipt.Taken());
            }

            assertThat(relay.letters()).isEqualTo(5);
            assertThat(relay.conversations()).isOne();
        }
    }

    @Test
    void whereTheRelayHungUpTheNextLetterTakesAnotherLine() throws Exception {
        try (var relay = new RelayThatSays("NOOP", RelayThatSays.NOTHING)) {
            var office = office(relay);
            office.send(aMessage());

            assertThat(office.send(aMessage())).isEqualTo(new Receipt.Taken());

            assertThat(relay.letters()).isEqualTo(2);
            assertThat(relay.conversations()).isEqualTo(2);
        }
    }

    @Test
    void whereTheRelaySaysThatItWillHangUpTheNextLetterTakesAnotherLine() throws Exception {
        try (var relay = new RelayThatSays("NOOP", "421 4.4.2 idle for too long")) {
            var office = office(relay);
            office.send(aMessage());

            assertThat(office.send(aMessage())).isEqualTo(new Receipt.Taken());

            assertThat(relay.conversations()).isEqualTo(2);
        }
    }

    @Test
    void aLineThatRefusedALetterIsNotUsedAgain() throws Exception {
        try (var relay = new RelayThatSays("RCPT", "450 4.2.1 too fast")) {
            var office = office(relay);

            assertThat(office.send(aMessage())).isInstanceOf(Receipt.Later.class);
            assertThat(office.send(aMessage())).isInstanceOf(Receipt.Later.class);

            assertThat(relay.conversations()).isEqualTo(2);
        }
    }

    @Test
    void aHundredLettersAreEnoughForALine() throws Exception {
        try (var relay = new RelayThatSays(AGREES, "")) {
            var office = office(relay);

            for (var letter = 0; letter < 101; letter++) {
                office.send(aMessage());
            }

            assertThat(relay.conversations()).isEqualTo(2);
        }
    }

    @Test
    void aLineThatNobodyNeedsIsHungUp() throws Exception {
        try (var relay = new RelayThatSays(AGREES, "")) {
            var office = office(relay);
            office.send(aMessage());
            office.rest();
            office.send(aMessage());
            assertThat(relay.conversations()).isOne();

            clock.pass(Duration.ofSeconds(21));
            office.rest();

            office.send(aMessage());
            assertThat(relay.conversations()).isEqualTo(2);
        }
    }

    private SmtpPostOffice office(RelayThatSays relay) {
        return SomeOffices.office(SomeOffices.plainly(relay.port()), clock);
    }
}
