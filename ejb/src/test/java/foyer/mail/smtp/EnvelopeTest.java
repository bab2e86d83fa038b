package foyer.mail.smtp;

import static foyer.mail.SomeLetters.ADA;
import static foyer.mail.SomeLetters.THEATRE;
import static foyer.mail.SomeLetters.aMessageTo;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.mail.Invitation;
import foyer.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Properties;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in a letter is what its reader's program finds in it. */
class EnvelopeTest {
    private static final Instant NOW = Instant.parse("2030-05-01T12:00:00Z");
    private static final Session SESSION = Session.getInstance(new Properties());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Plain words",
                "Grüße aus Köln",
                "日本語の手紙",
                "🎭 Théâtre 🎭",
                "a line = another\n.\n--=_words\n--=_words--\n\nFrom here",
                "spaces at the end   \n\ttabs\t\nand a line that goes on",
                ""
            })
    void itsTextsAreReadAsTheyWereWritten(String text) throws Exception {
        var all = parts(arrived(aMessage(text, "A subject")));

        assertThat(all).containsExactly(lined(text), lined("<p>" + text + "</p>"), lined("calendar " + text));
    }

    @Property(tries = 200)
    void whateverItsTextsAre(@ForAll List<@net.jqwik.api.constraints.StringLength(max = 2_000) String> lines)
            throws Exception {
        var text = legible(String.join("\n", lines));

        assertThat(parts(arrived(aMessage(text, "A subject"))).get(0)).isEqualTo(lined(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your seat",
                "Été à Köln",
                "日本語の手紙が届きましたので、ご覧ください。日本語の手紙が届きましたので、ご覧ください。",
                "🎭🎭🎭🎭🎭🎭🎭🎭🎭🎭🎭🎭🎭🎭🎭🎭🎭🎭🎭🎭🎭🎭",
                "Your seat for a very long evening with very many people who have all something to say, in a hall"
            })
    void aSubjectIsReadAsItWasWritten(String subject) throws Exception {
        var arrived = arrived(aMessage("text", subject));

        assertThat(arrived.getSubject()).isEqualTo(subject);
        assertThat(arrived.getHeader("Subject", null).lines()).allMatch(line -> line.length() <= 78);
    }

    @Test
    void aSenderIsReadByItsName() throws Exception {
        assertThat(arrived(aMessageTo(ADA, "Hello")).getFrom()[0])
                .isInstanceOfSatisfying(InternetAddress.class, from -> {
                    assertThat(from.getPersonal()).isEqualTo(THEATRE.name());
                    assertThat(from.getAddress()).isEqualTo(THEATRE.address().typed());
                });
    }

    @Test
    void aLetterWithoutAnEntryForTheCalendarHasItsWordsAlone() throws Exception {
        var arrived = arrived(new Message("id", THEATRE, ADA, "Hello", "text", "<p>html</p>", null));

        assertThat(arrived.getContentType()).startsWith("multipart/alternative");
        assertThat(parts(arrived)).containsExactly(lined("text"), lined("<p>html</p>"));
    }

    @Test
    void anEntryForTheCalendarIsAFileThatSaysWhatToDoWithIt() throws Exception {
        var arrived = (Multipart) arrived(aMessageTo(ADA, "Hello")).getContent();
        var entry = arrived.getBodyPart(1);

        assertThat(entry.getContentType()).isEqualTo("text/calendar; charset=utf-8; method=REQUEST");
        assertThat(entry.getFileName()).isEqualTo("event.ics");
    }

    // On a server such a look goes through all libraries there are, and took longer than all else about a letter.
    @Test
    void nothingIsLookedUpToWriteALetter() throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        var noting = new Noting(before);
        thread.setContextClassLoader(noting);
        try {
            Envelope.of(aMessage("Grüße", "Été à Köln"), SESSION, NOW).writeTo(new ByteArrayOutputStream());
        } finally {
            thread.setContextClassLoader(before);
        }

        assertThat(noting.seen).isEmpty();
    }

    private static Message aMessage(String text, String subject) {
        var calendar = new Invitation("REQUEST", "calendar " + text);
        return new Message("id", THEATRE, ADA, subject, text, "<p>" + text + "</p>", calendar);
    }

    private static MimeMessage arrived(Message message) throws MessagingException, IOException {
        var sent = new ByteArrayOutputStream();
        Envelope.of(message, SESSION, NOW).writeTo(sent);
        assertThat(sent.toString(StandardCharsets.ISO_8859_1).lines()).allMatch(line -> line.length() <= 998);
        assertThat(sent.toByteArray())
                .isEqualTo(sent.toString(StandardCharsets.US_ASCII).getBytes(StandardCharsets.US_ASCII));
        return new MimeMessage(SESSION, new ByteArrayInputStream(sent.toByteArray()));
    }

    private static List<String> parts(MimeMessage letter) throws MessagingException, IOException {
        var found = new ArrayList<String>();
        collect((Multipart) letter.getContent(), found);
        return found;
    }

    private static void collect(Multipart several, List<String> found) throws MessagingException, IOException {
        for (var each = 0; each < several.getCount(); each++) {
            var part = several.getBodyPart(each);
            if (part.isMimeType("multipart/*")) {
                collect((Multipart) part.getContent(), found);
            } else {
                found.add(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    /** As lines travel. */
    private static String lined(String text) {
        return text.lines().map(line -> line + "\r\n").reduce("", String::concat);
    }

    private static String legible(String any) {
        return new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Notes what services are looked for. */
    private static final class Noting extends ClassLoader {
        private final List<String> seen = new ArrayList<>();

        private Noting(@Nullable ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            seen.add(name);
            return super.getResources(name);
        }
    }
}
