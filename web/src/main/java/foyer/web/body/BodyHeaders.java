package foyer.web.body;

import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides by its headers whether a body is read at all. */
final class BodyHeaders {
    private static final Pattern JSON =
            Pattern.compile(Pattern.quote(MediaType.APPLICATION_JSON) + "\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?");

    private BodyHeaders() {}

    /** Fails with {@link UnsupportedBody} or {@link TooLarge}; each header is null where the caller sent none. */
    static void check(@Nullable String type, @Nullable String encoding, @Nullable String length, int most) {
        if (type == null || !isJson(type)) {
            throw new UnsupportedBody("Send the body as application/json in UTF-8.");
        }
        // Compressed bodies are not taken: a few kilobytes could unfold to gigabytes.
        if (encoding != null && !"identity".equalsIgnoreCase(encoding.strip())) {
            throw encoded();
        }
        if (length != null && (length.length() > 9 || Long.parseLong(length) > most)) {
            throw new TooLarge(most);
        }
    }

    /**
     * Fails with {@link UnsupportedBody} when fewer or more bytes came than were sent: Payara unfolds gzip and deflate
     * itself, for it compresses answers, and takes away the header that said so.
     */
    static void checkCameAsSent(@Nullable String length, int came) {
        if (length != null && Long.parseLong(length) != came) {
            throw encoded();
        }
    }

    private static boolean isJson(String type) {
        // Nearly everybody writes it so.
        return type.equals(MediaType.APPLICATION_JSON)
                || JSON.matcher(type.strip().toLowerCase(Locale.ROOT)).matches();
    }

    private static UnsupportedBody encoded() {
        return new UnsupportedBody("Send the body without a content encoding.");
    }
}
