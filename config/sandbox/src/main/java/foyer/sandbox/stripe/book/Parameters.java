package foyer.sandbox.stripe.book;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a call was given, read by name. A value is a text as forms have it, or the number or flag itself. What
 * nobody asked for is unknown to Stripe, and {@link #end} refuses it, with its path in brackets.
 */
public final class Parameters {
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");
    private static final int MOST_METADATA = 50;
    private static final int LONGEST_METADATA_KEY = 40;
    private static final int LONGEST_METADATA = 500;

    private final Map<?, ?> given;
    private final String path;
    private final Set<String> known = new HashSet<>();
    private final List<Parameters> below = new ArrayList<>();

    private Parameters(Map<?, ?> given, String path) {
        this.given = given;
        this.path = path;
    }

    public static Parameters of(Map<?, ?> given) {
        return new Parameters(given, "").ignore("expand");
    }

    public static Parameters none() {
        return new Parameters(Map.of(), "");
    }

    /** As Stripe names it in errors: {@code line_items[0][quantity]}. */
    public String path(String name) {
        return path.isEmpty() ? name : path + "[" + name + "]";
    }

    public boolean has(String name) {
        return given.get(name) != null;
    }

    /** Whether it is a single value, neither a group nor a list. */
    boolean isText(String name) {
        return !(given.get(name) instanceof Map) && !(given.get(name) instanceof List);
    }

    /** Empty where it is absent or empty, which to Stripe means unset. */
    public Optional<String> text(String name) {
        known.add(name);
        if (!isText(name)) {
            throw StripeError.invalid(null, "Invalid string", path(name));
        }
        return Optional.ofNullable(given.get(name)).map(String::valueOf).filter(text -> !text.isEmpty());
    }

    public String requiredText(String name) {
        return text(name).orElseThrow(() -> StripeError.missing(path(name)));
    }

    /** One of some words. */
    public Optional<String> word(String name, String... possible) {
        return text(name).map(word -> {
            if (!List.of(possible).contains(word)) {
                throw StripeError.invalid(
                        null, "Invalid " + name + ": must be one of " + String.join(", ", possible), path(name));
            }
            return word;
        });
    }

    public OptionalLong number(String name) {
        var text = text(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!INTEGER.matcher(text.get()).matches()) {
            throw StripeError.invalid("parameter_invalid_integer", "Invalid integer: " + text.get(), path(name));
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }

    public boolean flag(String name, boolean otherwise) {
        return word(name, "true", "false").map(Boolean::valueOf).orElse(otherwise);
    }

    public Optional<Parameters> group(String name) {
        known.add(name);
        return Optional.ofNullable(given.get(name)).map(value -> groupOf(value, path(name)));
    }

    public List<Parameters> groups(String name) {
        var groups = new ArrayList<Parameters>();
        for (var value : list(name)) {
            groups.add(groupOf(value, path(name) + "[" + groups.size() + "]"));
        }
        return groups;
    }

    public List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    private List<?> list(String name) {
        known.add(name);
        var value = given.get(name);
        if (value == null || "".equals(value)) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw StripeError.invalid(null, "Invalid array", path(name));
    }

    private Parameters groupOf(Object value, String at) {
        if (!(value instanceof Map<?, ?> map)) {
            throw StripeError.invalid(null, "Invalid object", at);
        }
        var group = new Parameters(map, at);
        below.add(group);
        return group;
    }

    /** Keys and values of the caller's own, within Stripe's limits (docs.stripe.com/metadata). */
    public Tree metadata() {
        var metadata = new Tree();
        group("metadata")
                .ifPresent(group -> group.given.keySet().forEach(key -> {
                    var name = String.valueOf(key);
                    var value = group.text(name).orElse("");
                    if (name.length() > LONGEST_METADATA_KEY || value.length() > LONGEST_METADATA) {
                        throw StripeError.invalid(
                                null,
                                "Metadata keys can have up to 40 characters and values up to 500 characters.",
                                group.path(name));
                    }
                    metadata.with(name, value);
                }));
        if (metadata.size() > MOST_METADATA) {
            throw StripeError.invalid(null, "Metadata can have up to 50 keys.", path("metadata"));
        }
        return metadata;
    }

    /** Stripe knows these, and nothing of them can be noticed here. */
    public Parameters ignore(String... names) {
        known.addAll(List.of(names));
        return this;
    }

    /** Refuses what nobody asked for, here and below. Called before anything is done. */
    public void end() {
        for (var key : given.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                var unknown = path(String.valueOf(key));
                throw StripeError.invalid("parameter_unknown", "Received unknown parameter: " + unknown, unknown);
            }
        }
        below.forEach(Parameters::end);
    }
}
