package foyer.shared;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads texts that came as bytes: what is no UTF-8 must not become the same as what is (RFC 3629, 10). */
public final class Utf8 {
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /** Empty: it is no UTF-8. A byte order mark is a character like any other. */
    public static Optional<String> read(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        // This stands for what was no UTF-8, unless somebody wrote it. To look for it costs less than to be strict each
        // time.
        return text.indexOf(REPLACEMENT) < 0 ? Optional.of(text) : strictly(bytes);
    }

    private static Optional<String> strictly(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
