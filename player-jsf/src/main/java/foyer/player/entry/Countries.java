package foyer.player.entry;

import java.text.Collator;
import java.util.Arrays;
import java.util.Locale;

/**
 * The countries of ISO 3166-1. Their names are not sent with the page, which would make it a fifth longer: scripts have the
 * browser name them, and whoever has none writes the name.
 */
final class Countries {
    private Countries() {}

    /** All codes, two letters each, without anything between. */
    static String codes() {
        return String.join("", Locale.getISOCountries());
    }

    /** The code of a country that was written as its name or code; what is neither comes back as it is. */
    static String code(String written, Locale locale) {
        var text = written.strip();
        var collator = Collator.getInstance(locale);
        // Neither capitals nor accents make another country.
        collator.setStrength(Collator.PRIMARY);
        return Arrays.stream(Locale.getISOCountries())
                .filter(code -> code.equalsIgnoreCase(text)
                        || collator.equals(text, new Locale("", code).getDisplayCountry(locale)))
                .findFirst()
                .orElse(text);
    }
}
