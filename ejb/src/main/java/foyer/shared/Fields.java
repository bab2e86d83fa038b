package foyer.shared;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a submission field by field and gathers everything that is wrong with it. The submission is a neutral tree of
 * {@code Map<String, Object>}, {@code List<Object>}, {@code String}, {@code Long} or {@code BigDecimal}, {@code Boolean}
 * and null, so that a rule knows neither JSON nor the store. A field that is null counts as absent; one of the wrong
 * type is noted as {@code wrong_type} and read as absent.
 */
public final class Fields {
    // By their names on the wire, in their order; made once for each enum, for every heartbeat asks for one.
    private static final ClassValue<Map<String, Enum<?>>> CHOICES = new ClassValue<>() {
        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> of) {
            var choices = new LinkedHashMap<String, Enum<?>>();
            for (var choice : of.getEnumConstants()) {
                choices.put(wireName((Enum<?>) choice), (Enum<?>) choice);
            }
            return choices;
        }
    };

    private final String path;
    private final Map<String, ?> tree;
    private final List<Finding> findings;
    private final Set<String> known = new HashSet<>();

    private Fields(String path, Map<String, ?> tree, List<Finding> findings) {
        this.path = path;
        this.tree = tree;
        this.findings = findings;
    }

    public static Fields of(Map<String, ?> tree) {
        return new Fields("", tree, new ArrayList<>());
    }

    public Optional<String> text(String name) {
        return value(name, String.class, "a text");
    }

    public Optional<Boolean> truth(String name) {
        return value(name, Boolean.class, "true or false");
    }

    public Optional<BigDecimal> number(String name) {
        return value(name, Number.class, "a number")
                .map(number -> number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue()));
    }

    /** A number without a fractional part that fits in 64 bits; {@code 5.0} and {@code 5e0} are 5. */
    public Optional<Long> wholeNumber(String name) {
        return value(name, Number.class, "a whole number").flatMap(number -> {
            try {
                return Optional.of(
                        number instanceof BigDecimal decimal ? decimal.longValueExact() : number.longValue());
            } catch (ArithmeticException notWhole) {
                refuse(name, "wrong_type", "This must be a whole number.");
                return Optional.empty();
            }
        });
    }

    /** The same from {@code least} to {@code most}; what is beyond them is noted as {@code out_of_range}, and read as absent. */
    public Optional<Long> wholeNumber(String name, long least, long most) {
        var number = wholeNumber(name);
        if (number.filter(given -> given < least || given > most).isPresent()) {
            refuse(name, "out_of_range", "This must be from " + least + " to " + most + ".");
            return Optional.empty();
        }
        return number;
    }

    /** One of an enum's names as the wire writes them: {@code notRequired} for {@code NOT_REQUIRED}. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> of) {
        return text(name).flatMap(text -> {
            var choices = CHOICES.get(of);
            var found = choices.get(text);
            if (found == null) {
                refuse(name, "unknown_value", "This must be one of " + String.join(", ", choices.keySet()) + ".");
                return Optional.empty();
            }
            return Optional.of(of.cast(found));
        });
    }

    /** A group of fields; its findings count as this one's. */
    public Optional<Fields> group(String name) {
        return Optional.ofNullable(raw(name)).flatMap(raw -> group(name, raw));
    }

    /** The texts of a list; empty when absent. */
    public List<String> texts(String name) {
        var texts = new ArrayList<String>();
        var items = items(name);
        for (var index = 0; index < items.size(); index++) {
            if (items.get(index) instanceof String text) {
                texts.add(text);
            } else {
                refuse(name + "[" + index + "]", "wrong_type", "This must be a text.");
            }
        }
        return texts;
    }

    /** The items of a list as they are; empty when absent. Use {@link #group(String, Object)} for those that are groups. */
    public List<@Nullable Object> items(String name) {
        var raw = raw(name);
        if (raw == null) {
            return List.of();
        }
        if (raw instanceof List<?> list) {
            return new ArrayList<@Nullable Object>(list);
        }
        refuse(name, "wrong_type", "This must be a list.");
        return List.of();
    }

    /** Reads an item as a group, under a name such as {@code fields[2]}. */
    public Optional<Fields> group(String name, @Nullable Object item) {
        if (item instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked") // the neutral tree has texts for keys
            var group = new Fields(path + name + ".", (Map<String, ?>) map, findings);
            return Optional.of(group);
        }
        refuse(name, "wrong_type", "This must be an object.");
        return Optional.empty();
    }

    /** Whether the field is there and not null; it counts as known from then on. */
    public boolean has(String name) {
        return raw(name) != null;
    }

    /** The value as it is, whatever its type; for those who look before they read. */
    public Optional<Object> any(String name) {
        return Optional.ofNullable(raw(name));
    }

    /** All that is in the group, as it is; every field counts as known. For groups whose keys the caller chooses. */
    public Map<String, ?> all() {
        known.addAll(tree.keySet());
        return tree;
    }

    /** Notes a finding on a field of this group. */
    public void refuse(String name, String code, String message) {
        findings.add(new Finding(path + name, code, message));
    }

    /** Notes {@code required} when the field is absent. */
    public void require(String name) {
        if (!has(name)) {
            refuse(name, "required", "This is required.");
        }
    }

    /** Notes every field that nobody asked for; call it when all have been read. */
    public void refuseUnknown() {
        // As with nearly every call, a herd's too.
        if (known.containsAll(tree.keySet())) {
            return;
        }
        tree.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> refuse(shown(name), "unknown", "There is no such field."));
    }

    public boolean refused() {
        return !findings.isEmpty();
    }

    /** Fails with {@link ValidationFailed} that carries all findings, if there is one. */
    public void throwIfRefused() {
        if (refused()) {
            throw new ValidationFailed(findings);
        }
    }

    /** {@code notRequired} for {@code NOT_REQUIRED}: how enum values are written everywhere outside of Java. */
    public static String wireName(Enum<?> value) {
        return wireName(value.name());
    }

    /** The same for a name that may be of no value known here. */
    public static String wireName(String value) {
        var words = value.toLowerCase(Locale.ROOT).split("_");
        var name = new StringBuilder(words[0]);
        for (var index = 1; index < words.length; index++) {
            name.append(Character.toUpperCase(words[index].charAt(0))).append(words[index].substring(1));
        }
        return name.toString();
    }

    /** The same for several, in their order. */
    public static List<String> wireNames(Set<? extends Enum<?>> values) {
        return values.stream()
                .sorted(Comparator.comparingInt(Enum::ordinal))
                .map(Fields::wireName)
                .toList();
    }

    private <T> Optional<T> value(String name, Class<T> type, String expected) {
        var raw = raw(name);
        if (raw == null || type.isInstance(raw)) {
            return Optional.ofNullable(raw).map(type::cast);
        }
        refuse(name, "wrong_type", "This must be " + expected + ".");
        return Optional.empty();
    }

    private @Nullable Object raw(String name) {
        known.add(name);
        return tree.get(name);
    }

    private static String shown(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "…";
    }
}
