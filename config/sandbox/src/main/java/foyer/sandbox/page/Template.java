package foyer.sandbox.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page with places to fill, written {@code {{title}}}. */
public record Template(String text) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

    /** A file beside a class; fails with an {@link IllegalStateException} where there is none. */
    public static Template beside(Class<?> place, String name) {
        try (InputStream stream = place.getResourceAsStream(name)) {
            return new Template(
                    new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot read " + name, unreadable);
        }
    }

    /**
     * Fills all places in one pass, so that nothing filled in is taken for a place to fill.
     *
     * @param values HTML, with whatever comes from outside already escaped; a place without one is left empty
     */
    public String filled(Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(
                        place -> Matcher.quoteReplacement(Objects.requireNonNullElse(values.get(place.group(1)), "")));
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
