package foyer.mail.ses;

import static foyer.mail.SomeLetters.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import foyer.event.SomeEvents;
import foyer.mail.Letter.Detail;
import foyer.mail.LetterKind;
import foyer.mail.OfficeClosed;
import foyer.mail.Receipt;
import foyer.mail.SenderRefused;
import foyer.mail.SomeLetters;
import foyer.shared.JsonText;
import foyer.shared.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SDK as it is, against answers as SES's documentation has them. */
class SesPostOfficeTest {
    private HttpServer server = closed();
    private volatile String asked = "";
    private volatile int status = 200;
    private volatile String type = "";
    private volatile String words = "no";

    @BeforeEach
    void open() throws IOException {
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v2/email/outbound-emails", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void aLetterGoesOutWithAllItsParts() {
        assertThat(office().send(aMessage())).isEqualTo(new Receipt.Taken());

        assertThat(String.valueOf(JsonText.read(asked)))
                .contains("ada@example.org", "<tickets@theatre.example>", "Your seat for Été à Köln")
                .contains("Grüße, text", "<p>Grüße, HTML</p>", "text/calendar; charset=utf-8; method=REQUEST")
                .contains("ConfigurationSetName=letters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\nBcc: all@evil.example",
                "x\u0085Bcc: all@evil.example\u2028Bcc: all@evil.example",
                "=?UTF-8?B?eA0KQmNjOiBhbGxAZXZpbC5leGFtcGxl?=",
                "\"}},\"Destination\":{\"BccAddresses\":[\"all@evil.example\"]"
            })
    void noTextAddsAHeaderOrAReader(String text) {
        var event = SomeEvents.replanned(SomeEvents.aPublishedEvent(), "title", text);
        var details = Map.of(Detail.NAME, text, Detail.REGISTRATION, "registration-1");

        office().send(SomeLetters.rendered(LetterKind.CONFIRMATION, event, details, "Théâtre"));

        var letter = (Map<?, ?>) Objects.requireNonNull(JsonText.read(asked));
        assertThat(letter.get("Destination")).isEqualTo(Map.of("ToAddresses", List.of("ada@example.org")));
        assertThat(String.valueOf(letter.get("Content")))
                .contains("Headers=[{Name=Auto-Submitted, Value=auto-generated}]")
                .containsOnlyOnce("Headers=");
    }

    @Test
    void aRejectedLetterIsRefusedForGood() {
        status = 400;
        type = "MessageRejected";

        assertThat(office().send(aMessage())).isInstanceOf(Receipt.Refused.class);
    }

    @Test
    void aboveTheRateALetterWaits() {
        status = 429;
        type = "TooManyRequestsException";

        assertThatThrownBy(() -> office().send(aMessage())).isInstanceOf(OfficeClosed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SendingPausedException", "AccountSuspendedException", "MailFromDomainNotVerifiedException"})
    void aClosedAccountTakesLettersOnceAPersonHasMendedIt(String said) {
        status = 400;
        type = said;

        assertThatThrownBy(() -> office().send(aMessage())).isInstanceOf(SenderRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"tickets@theatre.example, true", "ada@example.org, false"})
    void whoIsNotVerifiedIsTheSenderOrAReaderOfASandbox(String unverified, boolean sender) {
        status = 400;
        type = "MessageRejected";
        words = "Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: "
                + unverified;

        if (sender) {
            assertThatThrownBy(() -> office().send(aMessage())).isInstanceOf(SenderRefused.class);
        } else {
            assertThat(office().send(aMessage())).isEqualTo(new Receipt.Refused(words));
        }
    }

    @Test
    void afterAFailureNobodyKnows() {
        status = 500;
        type = "InternalFailure";

        assertThatThrownBy(() -> office().send(aMessage())).isInstanceOf(Unavailable.class);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var body = (status == 200 ? "{\"MessageId\":\"0100\"}" : "{\"message\":\"" + words + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (status != 200) {
            exchange.getResponseHeaders().add("X-Amzn-ErrorType", type);
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private SesPostOffice office() {
        var office = new SesPostOffice();
        office.settings = new SesSettings(
                URI.create("http://localhost:" + server.getAddress().getPort()),
                "eu-central-1",
                "letters",
                Duration.ofSeconds(5));
        return office;
    }

    private static HttpServer closed() {
        try {
            return HttpServer.create();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
