package foyer.mail.smtp;

import foyer.mail.Message;
import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * What a letter says, as it travels (RFC 2045, 2046, and RFC 6047 for the calendar). It is put together here, for each part that
 * Jakarta Mail makes looks its streams up anew, in all libraries there are, which took longer than all else about a letter.
 */
final class Contents {
    /** Neither encoding ever brings forth these two characters (RFC 2045, 6.7), so no text can look like the end of a part. */
    private static final String NEVER_IN_A_TEXT = "=_";

    private static final String WORDS = NEVER_IN_A_TEXT + "words";
    private static final String ALL = NEVER_IN_A_TEXT + "all";

    private final StreamProvider streams;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream(8_192);

    private Contents(StreamProvider streams) {
        this.streams = streams;
    }

    /** For the letter's own head. */
    static String type(Message message) {
        return message.invitation().isPresent() ? multipart("mixed", ALL) : multipart("alternative", WORDS);
    }

    static byte[] of(Message message, StreamProvider streams) {
        var contents = new Contents(streams);
        var invitation = message.invitation();
        if (invitation.isEmpty()) {
            contents.words(message);
        } else {
            contents.begin(ALL);
            contents.line("Content-Type: " + multipart("alternative", WORDS));
            contents.line("");
            contents.words(message);
            contents.begin(ALL);
            contents.line("Content-Disposition: attachment; filename=event.ics");
            contents.text(
                    "calendar; charset=utf-8; method=" + invitation.get().method(),
                    invitation.get().text());
            contents.end(ALL);
        }
        return contents.written.toByteArray();
    }

    private void words(Message message) {
        begin(WORDS);
        text("plain; charset=UTF-8", message.text());
        begin(WORDS);
        text("html; charset=UTF-8", message.html());
        end(WORDS);
    }

    private void text(String kind, String text) {
        var lines = text.lines().map(line -> line + "\r\n").collect(Collectors.joining());
        var bytes = lines.getBytes(StandardCharsets.UTF_8);
        line("Content-Type: text/" + kind);
        if (foreign(bytes)) {
            line("Content-Transfer-Encoding: base64");
            line("");
            written.writeBytes(Base64.getMimeEncoder().encode(bytes));
        } else {
            line("Content-Transfer-Encoding: quoted-printable");
            line("");
            quote(bytes);
        }
    }

    /** Whether most of it would have to be quoted. */
    private static boolean foreign(byte[] text) {
        var quoted = 0;
        for (var each : text) {
            quoted += each < 0 ? 1 : 0;
        }
        return quoted > text.length / 2;
    }

    private void quote(byte[] text) {
        try {
            var quoting = streams.outputQP(written);
            quoting.write(text);
            quoting.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void begin(String boundary) {
        line("");
        line("--" + boundary);
    }

    private void end(String boundary) {
        line("");
        line("--" + boundary + "--");
    }

    private void line(String ascii) {
        written.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
        written.write('\r');
        written.write('\n');
    }

    private static String multipart(String kind, String boundary) {
        return "multipart/" + kind + "; boundary=\"" + boundary + "\"";
    }
}
