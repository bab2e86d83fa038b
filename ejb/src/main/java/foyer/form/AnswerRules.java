package foyer.form;

import com.google.re2j.Pattern;
import foyer.shared.EmailAddress;
import foyer.shared.Fields;
import foyer.shared.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one answer by its question's rules; a blank text is no answer. */
final class AnswerRules {
    private static final int USUAL_LINE = 500;
    private static final int USUAL_PROSE = 5_000;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{2,40}");

    private AnswerRules() {}

    static Optional<Object> read(RegistrationField field, Fields group) {
        return switch (field.type()) {
            case TEXT -> written(field, group).map(Object.class::cast);
            case TEXTAREA -> prose(field, group).map(Object.class::cast);
            case EMAIL -> email(field, group);
            case PHONE -> phone(field, group);
            case NUMBER -> number(field, group);
            case DATE -> date(field, group);
            case SELECT -> choice(field, group);
            case MULTISELECT -> choices(field, group);
            case CHECKBOX -> group.truth(field.name()).map(Object.class::cast);
            case COUNTRY -> country(field, group);
            case CONSENT -> Consent.read(field, group);
        };
    }

    /** Whether there is something, legible or not, that a missing answer could be blamed on. */
    static boolean given(RegistrationField field, Fields group) {
        return group.any(field.name()).filter(value -> says(field, value)).isPresent();
    }

    private static boolean says(RegistrationField field, Object value) {
        if (field.type().ticking()) {
            return !(value instanceof Boolean || value instanceof Map<?, ?>);
        }
        return !(value instanceof String text && text.isBlank()) && !(value instanceof List<?> list && list.isEmpty());
    }

    private static Optional<String> written(RegistrationField field, Fields group) {
        return bounded(field, group, Texts.line(group, field.name(), most(field, USUAL_LINE)));
    }

    private static Optional<String> prose(RegistrationField field, Fields group) {
        return bounded(field, group, Texts.prose(group, field.name(), most(field, USUAL_PROSE)));
    }

    private static int most(RegistrationField field, int usual) {
        var most = field.bounds().maxLength();
        return most == null ? usual : most;
    }

    private static Optional<String> bounded(RegistrationField field, Fields group, Optional<String> text) {
        var answer = text.filter(given -> !given.isBlank());
        var pattern = field.bounds().pattern();
        if (pattern != null
                && answer.filter(given -> !Pattern.matches(pattern, given)).isPresent()) {
            group.refuse(field.name(), "pattern", "This does not have the form that is asked for.");
        }
        return answer;
    }

    private static Optional<Object> email(RegistrationField field, Fields group) {
        return written(field, group).map(text -> {
            if (EmailAddress.read(text).isEmpty()) {
                group.refuse(field.name(), "invalid", "This must be an e-mail address such as ada@example.org.");
            }
            return text.strip();
        });
    }

    private static Optional<Object> phone(RegistrationField field, Fields group) {
        return written(field, group).map(text -> {
            if (!PHONE.matches(text) || text.chars().filter(Character::isDigit).count() < 3) {
                group.refuse(field.name(), "invalid", "This must be a telephone number such as +43 1 234567.");
            }
            return text;
        });
    }

    private static Optional<Object> number(RegistrationField field, Fields group) {
        return group.number(field.name()).flatMap(number -> {
            if (Bounds.refuseInexact(group, field.name(), number)) {
                return Optional.empty();
            }
            refuseBeyond(field, group, number);
            return Optional.of(plain(number));
        });
    }

    private static Object plain(BigDecimal number) {
        var shortest = number.stripTrailingZeros();
        return shortest.scale() <= 0 ? (Object) shortest.longValueExact() : shortest;
    }

    private static Optional<Object> date(RegistrationField field, Fields group) {
        return group.text(field.name()).filter(text -> !text.isBlank()).flatMap(text -> {
            try {
                refuseBeyond(field, group, LocalDate.parse(text));
                return Optional.of(text);
            } catch (DateTimeParseException malformed) {
                group.refuse(field.name(), "invalid", "This must be a date such as 2030-05-01.");
                return Optional.empty();
            }
        });
    }

    // The bounds of a number are numbers and those of a date are dates: the form's rules see to it.
    @SuppressWarnings("unchecked")
    private static <T extends Comparable<? super T>> void refuseBeyond(
            RegistrationField field, Fields group, T answer) {
        var min = (T) field.bounds().min();
        var max = (T) field.bounds().max();
        if (min != null && answer.compareTo(min) < 0) {
            group.refuse(field.name(), "out_of_range", "This must not be below " + min + ".");
        }
        if (max != null && answer.compareTo(max) > 0) {
            group.refuse(field.name(), "out_of_range", "This must not be above " + max + ".");
        }
    }

    private static Optional<Object> choice(RegistrationField field, Fields group) {
        return group.text(field.name()).filter(text -> !text.isEmpty()).map(text -> {
            refuseUnknown(field, group, text);
            return text;
        });
    }

    private static Optional<Object> choices(RegistrationField field, Fields group) {
        var items = group.items(field.name());
        if (items.isEmpty()) {
            return Optional.empty();
        }
        if (items.size() > field.options().size()) {
            group.refuse(
                    field.name(),
                    "too_many",
                    "There are no more than " + field.options().size() + " options.");
            return Optional.empty();
        }
        var chosen = new LinkedHashSet<>(group.texts(field.name()));
        chosen.forEach(text -> refuseUnknown(field, group, text));
        return chosen.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(chosen));
    }

    private static void refuseUnknown(RegistrationField field, Fields group, String text) {
        if (!field.options().contains(text)) {
            group.refuse(field.name(), "unknown_value", "This must be one of the options.");
        }
    }

    private static Optional<Object> country(RegistrationField field, Fields group) {
        return group.text(field.name()).filter(text -> !text.isBlank()).map(text -> {
            if (!COUNTRIES.contains(text)) {
                group.refuse(field.name(), "unknown_value", "This must be a country's code of ISO 3166 such as AT.");
            }
            return text;
        });
    }
}
