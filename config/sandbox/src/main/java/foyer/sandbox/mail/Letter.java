package foyer.sandbox.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One message as one recipient got it.
 *
 * @param to the address it was delivered to, which for a blind copy no header names
 * @param text empty where the letter has no plain part; likewise {@code html}
 * @param calendar what it brings for a calendar; empty where that is nothing
 * @param headers decoded; one that occurs more than once has a line for each
 */
public record Letter(
        String id,
        String to,
        String subject,
        String text,
        String html,
        String calendar,
        Map<String, String> headers,
        Instant receivedAt) {
    static Letter of(String id, String to, MimeMessage message, Instant receivedAt)
            throws MessagingException, IOException {
        return new Letter(
                id,
                to,
                decoded(Optional.ofNullable(message.getSubject()).orElse("")),
                content(message, "text/plain").orElse(""),
                content(message, "text/html").orElse(""),
                calendar(message).orElse(""),
                headers(message),
                receivedAt);
    }

    private static Optional<String> content(Part part, String type) throws MessagingException, IOException {
        var content = part.getContent();
        if (content instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                var found = content(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        var isAttached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        return part.isMimeType(type) && !isAttached && content instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    // Jakarta Mail makes no text of this type, for it has no handler for it.
    private static Optional<String> calendar(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                var found = calendar(parts.getBodyPart(i));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return part.isMimeType("text/calendar")
                ? Optional.of(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException {
        var headers = new LinkedHashMap<String, String>();
        for (var header : Collections.list(message.getAllHeaders())) {
            headers.merge(header.getName(), decoded(header.getValue()), (one, other) -> one + "\n" + other);
        }
        return headers;
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (UnsupportedEncodingException unknown) {
            return header;
        }
    }
}
