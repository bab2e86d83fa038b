package foyer.mail.smtp;

import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmission;
import static foyer.mail.SomeLetters.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import foyer.event.SomeEvents;
import foyer.mail.Letter.Detail;
import foyer.mail.LetterKind;
import foyer.mail.Message;
import foyer.mail.Receipt;
import foyer.mail.SomeLetters;
import foyer.shared.SettableClock;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is in the fields that reach a letter, it has the headers and the readers that it always has. */
class HeaderInjectionIT {
    private static final GreenMail MAILBOX = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final String[] TEXTS = {
        "x\r\nBcc: all@evil.example",
        "x\nBcc: all@evil.example",
        "x\rBcc: all@evil.example",
        "x\r\n\tfolded\r\n Bcc: all@evil.example",
        "x\r\n\r\nBcc: all@evil.example",
        "x\u0085Bcc: all@evil.example\u2028Bcc: all@evil.example",
        "x\u0000\u000bBcc: all@evil.example",
        "=?UTF-8?Q?x=0D=0ABcc:_all=40evil.example?=",
        "=?UTF-8?B?eA0KQmNjOiBhbGxAZXZpbC5leGFtcGxl?=",
        "x%0d%0aBcc: all@evil.example\\r\\nBcc: all@evil.example",
        "x\r\n.\r\nRCPT TO:<all@evil.example>"
    };

    static Stream<Arguments> everyTextOfAnEvent() {
        return Stream.of("title", "description").flatMap(field -> texts().map(text -> Arguments.of(field, text)));
    }

    static Stream<Arguments> everyTextInEveryDetail() {
        return Stream.of(Detail.values()).flatMap(detail -> texts().map(text -> Arguments.of(detail, text)));
    }

    static Stream<String> texts() {
        return Stream.of(TEXTS);
    }

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

    @ParameterizedTest
    @MethodSource("everyTextOfAnEvent")
    void noTextOfAnEventAddsAHeaderOrAReader(String field, String text) throws Exception {
        var event = SomeEvents.replanned(aPublishedEventOf(aSubmission()), field, text);

        assertUsual(sent(SomeLetters.renderedIn("en", event)));
    }

    @ParameterizedTest
    @MethodSource("everyTextInEveryDetail")
    void noDetailAddsAHeaderOrAReader(Detail detail, String text) throws Exception {
        var event = aPublishedEventOf(aSubmission());
        var details = new HashMap<>(Map.of(Detail.NAME, "Ada", Detail.REGISTRATION, "registration-1"));
        details.put(detail, text);

        if (detail == Detail.UNTIL || detail == Detail.AMOUNT || detail == Detail.LIMIT) {
            // What is no moment and no sum has no words.
            assertThatThrownBy(() -> SomeLetters.rendered(naming(detail), event, details, "Théâtre"))
                    .isInstanceOf(RuntimeException.class);
        } else {
            assertUsual(sent(SomeLetters.rendered(naming(detail), event, details, "Théâtre")));
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noLanguageAddsAHeaderOrAReader(String text) throws Exception {
        assertUsual(sent(SomeLetters.renderedIn(text, aPublishedEventOf(aSubmission()))));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aSenderOfTwoLinesIsNone(String text) throws Exception {
        var event = aPublishedEventOf(aSubmission());
        if (text.chars().anyMatch(Character::isISOControl)) {
            assertThatThrownBy(() -> SomeLetters.rendered(LetterKind.CODE, event, Map.of(), text))
                    .isInstanceOf(IllegalArgumentException.class);
        } else {
            assertUsual(sent(SomeLetters.rendered(LetterKind.CODE, event, Map.of(), text)));
        }
    }

    private static MimeMessage sent(Message message) {
        var settings = SomeOffices.plainly(MAILBOX.getSmtp().getPort());
        assertThat(SomeOffices.office(settings, new SettableClock()).send(message))
                .isEqualTo(new Receipt.Taken());
        assertThat(MAILBOX.getReceivedMessages()).hasSize(1);
        return MAILBOX.getReceivedMessages()[0];
    }

    private static void assertUsual(MimeMessage letter) throws Exception {
        assertThat(names(letter)).doesNotContain("bcc", "cc").contains("to", "from", "subject");
        assertThat(letter.getAllRecipients()).singleElement().hasToString(ADA.typed());
        assertThat(GreenMailUtil.getHeaders(letter).lines())
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("bcc"));
    }

    /** A kind of letter that has words for it. */
    private static LetterKind naming(Detail detail) {
        return switch (detail) {
            case CODE, UNTIL -> LetterKind.CODE;
            case LINK, NAME, REGISTRATION -> LetterKind.CONFIRMATION;
            case AMOUNT, APPROVAL -> LetterKind.RECEIPT;
            case LIMIT -> LetterKind.COST_ALERT;
            case PAYMENT, REASON -> LetterKind.PAYMENT_ALERT;
        };
    }

    private static Stream<String> names(MimeMessage letter) throws Exception {
        return Collections.list(letter.getAllHeaders()).stream()
                .map(Header::getName)
                .map(name -> name.toLowerCase(Locale.ROOT));
    }
}
