package foyer.player;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A language the page speaks. To teach it another: add its bundle of texts, and its locale here. */
public record Language(Locale locale) {
    private static final List<Locale> SPOKEN =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("es"), Locale.FRENCH);
    private static final Set<String> FROM_THE_RIGHT =
            Set.of("ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi");
    private static final int LONGEST_HEADER = 500;

    /** The first that a viewer asks for by {@code Accept-Language} and that the page speaks, else English. */
    static Language preferredIn(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
            return new Language(Locale.ENGLISH);
        }
        try {
            var spoken = Locale.lookup(LanguageRange.parse(header), SPOKEN);
            return new Language(spoken == null ? Locale.ENGLISH : spoken);
        } catch (IllegalArgumentException unreadable) {
            return new Language(Locale.ENGLISH);
        }
    }

    /** Every language that pages speak. */
    public static List<Language> all() {
        return SPOKEN.stream().map(Language::new).toList();
    }

    /** As the attribute {@code lang} takes it. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** As the attribute {@code dir} takes it. */
    public String direction() {
        return FROM_THE_RIGHT.contains(locale.getLanguage()) ? "rtl" : "ltr";
    }

    /** The texts that every page may need; a key that is missing is a bug, which a test finds. */
    ResourceBundle texts() {
        return bundle("foyer.player.texts");
    }

    /** Those on paying, which pages fetch only for who is to pay. */
    ResourceBundle paying() {
        return bundle("foyer.player.paying");
    }

    /** Those that say what is stored. */
    ResourceBundle privacy() {
        return bundle("foyer.player.privacy");
    }

    /** All that pages of events may need. */
    public ResourceBundle allTexts() {
        return new Texts(texts(), paying());
    }

    private ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle(
                name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
