package foyer.form;

import foyer.shared.Fields;
import foyer.shared.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the options of a field read as in further languages. What is answered, kept and exported is the option itself, whatever the
 * language that it was read in.
 *
 * @param byLanguage by language tag, one label for each option, in their order
 */
public record OptionLabels(Map<String, List<String>> byLanguage) {
    static final OptionLabels NONE = new OptionLabels(Map.of());

    private static final String NAME = "optionLabels";

    public OptionLabels {
        byLanguage = Map.copyOf(byLanguage);
    }

    static OptionLabels read(Fields field, List<String> options) {
        return field.group(NAME)
                .map(group -> new OptionLabels(labels(field, group, options)))
                .orElse(NONE);
    }

    private static Map<String, List<String>> labels(Fields field, Fields group, List<String> options) {
        var labels = new LinkedHashMap<String, List<String>>();
        var languages = group.all().keySet();
        if (languages.size() > RegistrationField.MOST_LANGUAGES) {
            field.refuse(NAME, "too_many", "This takes " + RegistrationField.MOST_LANGUAGES + " languages at most.");
            return labels;
        }
        for (var language : languages) {
            if (!RegistrationField.LANGUAGE.matcher(language).matches()) {
                field.refuse(NAME, "invalid", "Labels go by language tags such as de or pt-BR.");
                continue;
            }
            var given = group.texts(language);
            given.forEach(label -> Texts.checkLine(group, language, label, RegistrationField.LONGEST_OPTION));
            if (given.size() != options.size() || given.stream().anyMatch(String::isBlank)) {
                group.refuse(language, "invalid", "Name each of the options, in their order.");
            } else {
                labels.put(language, List.copyOf(given));
            }
        }
        return labels;
    }

    /** All of them in a language, else in the one that it is a kind of; empty where there are none. */
    Optional<List<String>> in(Locale locale) {
        return Stream.of(locale.toLanguageTag(), locale.getLanguage())
                .flatMap(tag -> Stream.ofNullable(byLanguage.get(tag)))
                .findFirst();
    }

    /** By the API's names. */
    void writeTo(Map<String, Object> tree) {
        if (!byLanguage.isEmpty()) {
            tree.put(NAME, byLanguage);
        }
    }
}
