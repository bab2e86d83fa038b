package foyer.mail.smtp;

import static foyer.mail.SomeLetters.aMessage;
import static foyer.mail.SomeLetters.aMessageTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.mail.OfficeClosed;
import foyer.mail.Receipt;
import foyer.mail.SenderRefused;
import foyer.mail.smtp.SmtpSettings.Protection;
import foyer.shared.EmailAddress;
import foyer.shared.Secret;
import foyer.shared.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a refusal is meant for: the letter's recipient, its contents, whoever sends it, or all who call. */
class WhatRelaysSayTest {
    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such mailbox",
        "RCPT, 552 5.2.2 mailbox full",
        "RCPT, 554 5.7.1 not to them",
        "MAIL, 552 5.3.4 too large",
        "DATA, 554 5.5.1 no valid recipients",
        "., 554 5.7.1 we do not like this"
    })
    void anAddressOrAContentThatIsRefusedIsRefusedForGood(String command, String answer) throws IOException {
        assertThat(receipt(command, answer)).isEqualTo(new Receipt.Refused(answer));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 4.2.1 too fast",
        "RCPT, 451 4.7.1 greylisted",
        "RCPT, 452 4.2.2 mailbox full",
        "RCPT, 454 4.7.0 not now"
    })
    void aRecipientWhoIsWantedLaterClosesNothingToTheOthers(String command, String answer) throws IOException {
        assertThat(receipt(command, answer)).isEqualTo(new Receipt.Later(answer));
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 421 4.7.0 too many letters",
        "MAIL, 451 4.3.0 out of order",
        "RCPT, 421 4.3.2 shutting down",
        "DATA, 451 4.3.0 out of order",
        "., 452 4.3.1 out of room"
    })
    void aRelayThatIsBusyIsAskedLater(String command, String answer) {
        assertThatThrownBy(() -> receipt(command, answer))
                .isExactlyInstanceOf(OfficeClosed.class)
                .hasMessageContaining(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 550 5.7.1 the from address does not match a verified sender",
        "MAIL, 553 5.1.8 sender address rejected",
        "MAIL, 530 5.7.0 authentication required",
        "RCPT, 530 5.7.0 authentication required"
    })
    void aSenderWhoIsRefusedKeepsTheLetters(String command, String answer) {
        assertThatThrownBy(() -> receipt(command, answer))
                .isInstanceOf(SenderRefused.class)
                .hasMessageContaining(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 553 5.1.8 Sender address rejected: Domain not found",
        "RCPT, 553 5.1.7 Sender address rejected: bad syntax"
    })
    void aSenderWhoIsRefusedOnlyOnceARecipientIsNamedKeepsThemToo(String command, String answer) {
        assertThatThrownBy(() -> receipt(command, answer)).isInstanceOf(SenderRefused.class);
    }

    @Test
    void whoMayNotWriteToTwoInARowMayNotWriteUntilALetterIsTaken() throws IOException {
        try (var relay = new RelayThatSays("RCPT TO:<x", "554 5.7.1 Sender address rejected: Access denied")) {
            var office = SomeOffices.office(SomeOffices.plainly(relay.port()), new SettableClock());
            assertThat(sent(office, "x.one@example.com")).isInstanceOf(Receipt.Refused.class);
            assertThat(sent(office, "x.one@example.com")).isInstanceOf(Receipt.Refused.class);
            assertThatThrownBy(() -> sent(office, "x.two@example.com")).isInstanceOf(SenderRefused.class);
            assertThatThrownBy(() -> sent(office, "x.two@example.com")).isInstanceOf(SenderRefused.class);

            assertThat(sent(office, "ada@example.com")).isInstanceOf(Receipt.Taken.class);

            assertThat(sent(office, "x.two@example.com")).isInstanceOf(Receipt.Refused.class);
        }
    }

    @Test
    void mailboxesThatAreNotThereAreNobodysRights() throws IOException {
        try (var relay = new RelayThatSays("RCPT", "550 5.1.1 no such mailbox")) {
            var office = SomeOffices.office(SomeOffices.plainly(relay.port()), new SettableClock());

            assertThat(sent(office, "one@example.com")).isInstanceOf(Receipt.Refused.class);
            assertThat(sent(office, "two@example.com")).isInstanceOf(Receipt.Refused.class);
        }
    }

    private static Receipt sent(SmtpPostOffice office, String to) {
        return office.send(aMessageTo(new EmailAddress(to), "Your seat"));
    }

    @Test
    void aLoginThatIsRefusedKeepsTheLettersToo() {
        assertThatThrownBy(() -> withALogin("535 5.7.8 authentication credentials invalid"))
                .isInstanceOf(SenderRefused.class)
                .hasMessageContaining("535 5.7.8");
        assertThatThrownBy(() -> withALogin("454 4.7.0 temporary authentication failure"))
                .isExactlyInstanceOf(OfficeClosed.class);
    }

    private static Receipt withALogin(String answer) throws IOException {
        try (var relay = new RelayThatSays("AUTH", answer)) {
            var secret = new Secret("a secret".getBytes(StandardCharsets.UTF_8));
            var settings = new SmtpSettings(
                    "127.0.0.1", relay.port(), Protection.NONE, "apikey", secret, Duration.ofSeconds(2));
            return SomeOffices.office(settings, new SettableClock()).send(aMessage());
        }
    }

    private static Receipt receipt(String command, String answer) throws IOException {
        try (var relay = new RelayThatSays(command, answer)) {
            return SomeOffices.office(SomeOffices.plainly(relay.port()), new SettableClock())
                    .send(aMessage());
        }
    }
}
