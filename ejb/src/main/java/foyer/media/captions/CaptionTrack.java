package foyer.media.captions;

import foyer.shared.ValidationFailed;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Captions that viewers may choose.
 *
 * @param language by BCP 47, in its usual spelling; empty: of captions that were in the file, which did not say
 * @param label by which viewers know it
 */
public record CaptionTrack(String language, String label) {
    private static final int LONGEST_LANGUAGE = 35;
    /** By ISO 639, which all languages in use have; longer ones are a name that somebody took for a code. */
    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");

    private static final Pattern LABEL = Pattern.compile("[^\"\\p{Cc}\\p{Zl}\\p{Zp}]{1,60}");

    /**
     * As an organizer names it; without a label it is called by the language's own name for itself. Fails with {@link
     * ValidationFailed}.
     */
    public static CaptionTrack named(String language, Optional<String> label) {
        var locale = locale(language);
        var own = locale.getDisplayName(locale);
        var text = label.map(String::strip).orElseGet(() -> own.substring(0, 1).toUpperCase(locale) + own.substring(1));
        if (!LABEL.matcher(text).matches()) {
            throw new ValidationFailed("label", "invalid", "This has 1 to 60 characters, and no quotation marks.");
        }
        return new CaptionTrack(locale.toLanguageTag(), text);
    }

    /** In the usual spelling; fails with {@link ValidationFailed} for what is no language. */
    public static String language(String language) {
        return locale(language).toLanguageTag();
    }

    private static Locale locale(String language) {
        try {
            var locale = new Locale.Builder().setLanguageTag(language).build();
            if (language.length() <= LONGEST_LANGUAGE
                    && CODE.matcher(locale.getLanguage()).matches()) {
                return locale;
            }
        } catch (IllformedLocaleException unknown) {
            // Said below.
        }
        throw new ValidationFailed("language", "invalid", "This must be a language by BCP 47, as de or pt-BR.");
    }
}
