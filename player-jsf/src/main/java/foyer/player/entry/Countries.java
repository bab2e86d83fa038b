package foyer.player.entry;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import foyer.player.Language;
import java.text.Collator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The countries of ISO 3166-1. Their names are not sent with the page, which would make it a fifth longer: scripts have the
 * browser name them, and whoever has none writes the name.
 */
final class Countries {
    private Countries() {}

    /**
     * All codes, which have two letters: the second ones, in a group for each first one from A to Z, with a blank between. Half as
     * much as the codes themselves.
     */
    static String codes() {
        var seconds = Arrays.stream(Locale.getISOCountries())
                .sorted()
                .collect(groupingBy(code -> code.charAt(0), mapping(code -> code.substring(1), joining())));
        return IntStream.rangeClosed('A', 'Z')
                .mapToObj(first -> seconds.getOrDefault((char) first, ""))
                .collect(joining(" "));
    }

    /**
     * The code of a country that was written as its code or its name, in the reader's language or else in another that pages speak;
     * what is neither comes back as it is.
     */
    static String code(String written, Locale locale) {
        var text = written.strip();
        return Stream.concat(Stream.of(locale), Language.all().stream().map(Language::locale))
                .distinct()
                .flatMap(spoken -> named(text, spoken).stream())
                .findFirst()
                .orElse(text);
    }

    private static Optional<String> named(String text, Locale locale) {
        var collator = Collator.getInstance(locale);
        // Neither capitals nor accents make another country.
        collator.setStrength(Collator.PRIMARY);
        return Arrays.stream(Locale.getISOCountries())
                .filter(code -> code.equalsIgnoreCase(text)
                        || collator.equals(text, new Locale("", code).getDisplayCountry(locale)))
                .findFirst();
    }
}
