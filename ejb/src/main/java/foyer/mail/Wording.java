package foyer.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** The house's words in one language: sentences with places for what the letter is about. */
final class Wording {
    static final List<String> LANGUAGES = List.of("en", "de", "es", "fr");

    private static final Mustache.Compiler SENTENCES =
            Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).defaultValue("");
    private static final Map<String, Wording> ALL =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(language -> language, Wording::load));

    private final Map<String, Template> sentences;

    private Wording(Properties sentences) {
        this.sentences = sentences.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(
                        name -> name, name -> SENTENCES.compile(sentences.getProperty(name))));
    }

    /** The nearest there is: English for a language that nobody has translated to. */
    static Wording in(Locale locale) {
        return ALL.getOrDefault(locale.getLanguage(), Objects.requireNonNull(ALL.get("en")));
    }

    /** Where dates are written as this language's readers do; English for a language without words. */
    static Locale locale(String language) {
        var locale = Locale.forLanguageTag(language);
        return ALL.containsKey(locale.getLanguage()) ? locale : Locale.ENGLISH;
    }

    /** Fails with {@link IllegalStateException} for a sentence that nobody has written. */
    String say(String name, Map<String, Object> facts) {
        var sentence = sentences.get(name);
        if (sentence == null) {
            throw new IllegalStateException("There are no words for " + name);
        }
        return sentence.execute(facts).strip();
    }

    boolean has(String name) {
        return sentences.containsKey(name);
    }

    private static Wording load(String language) {
        var name = "texts_" + language + ".properties";
        try (var file = Objects.requireNonNull(Wording.class.getResourceAsStream(name), name)) {
            var sentences = new Properties();
            sentences.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return new Wording(sentences);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
