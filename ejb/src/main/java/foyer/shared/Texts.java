package foyer.shared;

import java.util.Optional;

/**
 * Reads texts that people wrote. Every character is kept as it was typed, emoji and writing-direction marks included;
 * refused are only control characters, which no keyboard types and some log or terminal obeys, and halves of surrogate
 * pairs, which no encoding can keep. A finding never changes what is read. Lengths are in code points.
 */
public final class Texts {
    private Texts() {}

    /** A text on one line. */
    public static Optional<String> line(Fields fields, String name, int most) {
        var text = fields.text(name);
        text.ifPresent(value -> checkLine(fields, name, value, most));
        return text;
    }

    /** A text that may have several lines. */
    public static Optional<String> prose(Fields fields, String name, int most) {
        var text = fields.text(name);
        text.ifPresent(value -> check(fields, name, value, most, "\n\r\t"));
        return text;
    }

    /** The rules of {@link #line} for a text that was read otherwise, as from a list. */
    public static void checkLine(Fields fields, String name, String text, int most) {
        check(fields, name, text, most, "");
    }

    private static void check(Fields fields, String name, String text, int most, String allowed) {
        if (text.codePointCount(0, text.length()) > most) {
            fields.refuse(name, "too_long", "This takes " + most + " characters at most.");
        }
        if (text.codePoints().anyMatch(point -> breaksText(point) && allowed.indexOf(point) < 0)) {
            fields.refuse(name, "invalid_characters", "This has control characters, which cannot be kept.");
        }
    }

    private static boolean breaksText(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
