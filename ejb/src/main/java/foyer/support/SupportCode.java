package foyer.support;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a viewer reads out and an operator types: four letters, none of which is a vowel or looks like a digit, and four digits, as
 * {@code BCDF-1234}. A screen draws it at random.
 */
public record SupportCode(String value) {
    private static final Pattern FORM = Pattern.compile("[BCDFGHJKLMNPQRSTVWXZ]{4}-[0-9]{4}");
    private static final Pattern TYPED = Pattern.compile("([A-Z]{4})[ -]?([0-9]{4})");

    /** Empty for what is none. */
    static Optional<SupportCode> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SupportCode(text)) : Optional.empty();
    }

    /** As somebody types it: in small letters, and with a space or nothing in its middle too. */
    static Optional<SupportCode> typed(String text) {
        var parts = TYPED.matcher(text.strip().toUpperCase(Locale.ROOT));
        return parts.matches() ? read(parts.group(1) + "-" + parts.group(2)) : Optional.empty();
    }
}
