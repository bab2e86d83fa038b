package foyer.player.entry;

import foyer.form.FieldType;
import foyer.form.RegistrationField;
import foyer.form.RegistrationForm;
import foyer.form.ShowWhen;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a form without scripts posted, by the names of its questions. */
final class Submission {
    /** Begins the names of the answers to the organiser's own questions, as it begins the fields of findings. */
    private static final String USER_DATA = "userData.";

    /** An organiser's question of this name is the address itself. */
    static final String EMAIL = "email";

    private static final int LONGEST_NUMBER = 40;

    static final Submission NONE = new Submission(Map.of());

    private final Map<String, String[]> posted;

    Submission(Map<String, String[]> posted) {
        this.posted = Map.copyOf(posted);
    }

    /** What the answer to an organiser's question is posted as. */
    static String nameOf(RegistrationField field) {
        return isTheAddress(field) ? EMAIL : USER_DATA + field.name();
    }

    /** The same for a question known by name only. */
    static String nameOf(String field) {
        return field.equals(EMAIL) ? EMAIL : USER_DATA + field;
    }

    /** Whether an organiser's question asks for the address that registers. */
    static boolean isTheAddress(RegistrationField field) {
        return field.name().equals(EMAIL) && field.type() == FieldType.EMAIL;
    }

    List<String> answers(String name) {
        return List.of(posted.getOrDefault(name, new String[0]));
    }

    /** Empty for a blank too. */
    Optional<String> answer(String name) {
        return answers(name).stream().filter(text -> !text.isBlank()).findFirst();
    }

    /** Nothing but the answer of this name. */
    Submission only(String name) {
        return answer(name)
                .map(text -> new Submission(Map.of(name, new String[] {text})))
                .orElse(NONE);
    }

    /**
     * The answers in the API's shape, without those to questions that the others leave out.
     *
     * @param locale of what people wrote
     */
    Map<String, Object> userData(RegistrationForm form, Locale locale) {
        var tree = new LinkedHashMap<String, Object>();
        for (var field : form.fields()) {
            if (!isTheAddress(field) && asked(field, tree)) {
                var value = value(field.type(), answers(nameOf(field)), locale);
                if (value != null) {
                    tree.put(field.name(), value);
                }
            }
        }
        return tree;
    }

    private static boolean asked(RegistrationField field, Map<String, Object> earlier) {
        var when = field.showWhen();
        return when == null || met(when, earlier.get(when.field()));
    }

    private static boolean met(ShowWhen when, @Nullable Object answer) {
        if (answer instanceof List<?> chosen) {
            return chosen.contains(when.equals());
        }
        if (answer instanceof Map<?, ?>) {
            return when.equals().equals(true);
        }
        // What was not ticked is not posted.
        return answer == null ? when.equals().equals(false) : when.equals().equals(answer);
    }

    private static @Nullable Object value(FieldType type, List<String> answers, Locale locale) {
        var written = answers.stream().filter(text -> !text.isBlank()).toList();
        return switch (type) {
            case CHECKBOX -> written.isEmpty() ? null : Boolean.TRUE;
            case CONSENT -> written.isEmpty() ? null : Map.of("agreed", true, "version", written.get(0));
            case MULTISELECT -> written.isEmpty() ? null : written;
            case NUMBER -> written.isEmpty() ? null : number(written.get(0));
            case COUNTRY -> written.isEmpty() ? null : Countries.code(written.get(0), locale);
            case TEXT, TEXTAREA, EMAIL, PHONE, DATE, SELECT -> written.isEmpty() ? null : written.get(0);
        };
    }

    // What is no number goes on as it is, and comes back with the finding that it is none.
    private static Object number(String text) {
        return numberIn(text).map(Object.class::cast).orElse(text);
    }

    /** The number that somebody wrote; empty for what is none. */
    static Optional<BigDecimal> numberIn(String text) {
        try {
            return text.length() > LONGEST_NUMBER ? Optional.empty() : Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
