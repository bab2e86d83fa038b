package foyer.mail.smtp;

import static foyer.mail.SomeLetters.ADA;
import static foyer.mail.SomeLetters.aMessage;
import static foyer.mail.SomeLetters.aMessageTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import foyer.mail.OfficeClosed;
import foyer.mail.Receipt;
import foyer.mail.smtp.SmtpSettings.Protection;
import foyer.shared.EmailAddress;
import foyer.shared.Secret;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpPostOfficeIT {
    private static final GreenMail MAILBOX = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeAll
    static void open() {
        MAILBOX.start();
    }

    @AfterAll
    static void close() {
        MAILBOX.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        MAILBOX.purgeEmailFromAllMailboxes();
    }

    @Test
    void aLetterArrivesWithAllItsParts() throws Exception {
        var receipt = office(MAILBOX.getSmtp().getPort()).send(aMessage());

        assertThat(receipt).isEqualTo(new Receipt.Taken());
        var letter = arrived();
        assertThat(letter.getSubject()).isEqualTo("Your seat for Été à Köln");
        assertThat(letter.getHeader("Message-ID", null)).isEqualTo(aMessage().messageId());
        assertThat(letter.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(letter.getFrom()[0].toString()).contains("tickets@theatre.example");
        assertThat(letter.getContentType()).startsWith("multipart/mixed");
        assertThat(GreenMailUtil.getBody(letter))
                .contains("text/plain", "text/html", "text/calendar; charset=utf-8; method=REQUEST", "event.ics");
    }

    @Test
    void aDomainInLettersOfItsOwnTravelsInAscii() throws Exception {
        office(MAILBOX.getSmtp().getPort()).send(aMessageTo(new EmailAddress("ada@bücher.example"), "Hello"));

        assertThat(arrived().getAllRecipients()[0]).hasToString("ada@xn--bcher-kva.example");
    }

    @Test
    void aRelayThatIsNotThereTookNothing() throws Exception {
        int nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }

        assertThatThrownBy(() -> office(nobody).send(aMessage())).isInstanceOf(OfficeClosed.class);
    }

    @Test
    void aLetterWhoseReceiptWasLostMayHaveArrived() throws Exception {
        try (var relay = new RelayThatSays(".", RelayThatSays.NOTHING)) {
            assertThatThrownBy(() -> office(relay.port()).send(aMessage())).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void noPasswordGoesToARelayThatDoesNotEncrypt() {
        var settings = new SmtpSettings(
                "127.0.0.1",
                MAILBOX.getSmtp().getPort(),
                Protection.STARTTLS,
                "apikey",
                new Secret("key".getBytes(StandardCharsets.UTF_8)),
                Duration.ofSeconds(2));

        assertThatThrownBy(() -> office(settings).send(aMessageTo(ADA, "Hello")))
                .isInstanceOf(OfficeClosed.class);
    }

    private static MimeMessage arrived() {
        var letters = MAILBOX.getReceivedMessages();
        assertThat(letters).hasSize(1);
        return letters[0];
    }

    private static SmtpPostOffice office(int port) {
        return office(SomeOffices.plainly(port));
    }

    private static SmtpPostOffice office(SmtpSettings settings) {
        return SomeOffices.office(settings, new SettableClock());
    }
}
