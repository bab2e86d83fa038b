package foyer.mail.smtp;

import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmission;
import static foyer.mail.SomeLetters.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import foyer.event.Event;
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

    /** Where somebody's text goes into a letter. */
    enum Field {
        TITLE,
        DESCRIPTION,
        NAME,
        CODE,
        LINK
    }

    static Stream<Arguments> everyTextInEveryField() {
        return Stream.of(Field.values()).flatMap(field -> texts().map(text -> Arguments.of(field, text)));
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
    @MethodSource("everyTextInEveryField")
    void noFieldAddsAHeaderOrAReader(Field field, String text) throws Exception {
        var kind = field == Field.CODE ? LetterKind.CODE : LetterKind.CONFIRMATION;

        assertUsual(sent(SomeLetters.rendered(kind, event(field, text), details(field, text), "Théâtre")));
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

    private static Event event(Field field, String text) {
        var event = aPublishedEventOf(aSubmission());
        return switch (field) {
            case TITLE -> SomeEvents.replanned(event, "title", text);
            case DESCRIPTION -> SomeEvents.replanned(event, "description", text);
            case NAME, CODE, LINK -> event;
        };
    }

    private static Map<Detail, String> details(Field field, String text) {
        var details = new HashMap<>(Map.of(Detail.NAME, "Ada", Detail.REGISTRATION, "registration-1"));
        switch (field) {
            case NAME -> details.put(Detail.NAME, text);
            case CODE -> details.put(Detail.CODE, text);
            case LINK -> details.put(Detail.LINK, text);
            case TITLE, DESCRIPTION -> {}
        }
        return details;
    }

    private static Stream<String> names(MimeMessage letter) throws Exception {
        return Collections.list(letter.getAllHeaders()).stream()
                .map(Header::getName)
                .map(name -> name.toLowerCase(Locale.ROOT));
    }
}
