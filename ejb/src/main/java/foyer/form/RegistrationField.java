package foyer.form;

import foyer.shared.Fields;
import foyer.shared.Texts;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One question of the form.
 *
 * @param name the key of the answer in {@code userData}, unique in the form
 * @param label what people read; {@code labels} has it in further languages, by language tag ({@code de}, {@code pt-BR})
 */
public record RegistrationField(
        String name,
        String label,
        Map<String, String> labels,
        FieldType type,
        boolean required,
        List<String> options,
        OptionLabels optionLabels,
        Bounds bounds,
        @Nullable String help,
        @Nullable ShowWhen showWhen) {
    private static final int LONGEST_LABEL = 500;
    private static final int LONGEST_HELP = 1_000;
    static final int LONGEST_OPTION = 200;
    private static final int MOST_OPTIONS = 300;
    static final int MOST_LANGUAGES = 30;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,49}");
    static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    public RegistrationField {
        labels = Map.copyOf(labels);
        options = List.copyOf(options);
    }

    /** A field given by its name alone. */
    static RegistrationField named(String name) {
        var plain = new Bounds(null, null, null, null);
        return new RegistrationField(
                name, name, Map.of(), FieldType.usualFor(name), false, List.of(), OptionLabels.NONE, plain, null, null);
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Reads a field; empty when it has no name to speak of it by. */
    static Optional<RegistrationField> read(Fields field, List<RegistrationField> earlier) {
        field.require("name");
        var name = field.text("name");
        name.filter(text -> !isName(text)).ifPresent(wrong -> field.refuse("name", "invalid", RegistrationForm.NAMES));
        var type = field.choice("type", FieldType.class).orElseGet(() -> FieldType.usualFor(name.orElse("")));
        var options = options(field, type);
        var read = new RegistrationField(
                name.orElse(""),
                Texts.line(field, "label", LONGEST_LABEL).or(() -> name).orElse(""),
                labels(field),
                type,
                field.truth("required").orElse(false),
                options,
                OptionLabels.read(field, options),
                Bounds.read(field, type),
                Texts.prose(field, "help", LONGEST_HELP).orElse(null),
                field.group("showWhen")
                        .flatMap(group -> ShowWhen.read(group, earlier))
                        .orElse(null));
        field.refuseUnknown();
        return name.map(known -> read);
    }

    RegistrationField asRequired() {
        return new RegistrationField(name, label, labels, type, true, options, optionLabels, bounds, help, showWhen);
    }

    /** What an option reads as in a language: itself where nothing else is said. */
    public String optionLabel(String option, Locale locale) {
        return optionLabels
                .in(locale)
                .map(labels -> labels.get(options.indexOf(option)))
                .orElse(option);
    }

    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", name);
        tree.put("label", label);
        if (!labels.isEmpty()) {
            tree.put("labels", labels);
        }
        tree.put("type", Fields.wireName(type));
        tree.put("required", required);
        if (!options.isEmpty()) {
            tree.put("options", options);
        }
        optionLabels.writeTo(tree);
        bounds.writeTo(tree);
        if (help != null) {
            tree.put("help", help);
        }
        if (showWhen != null) {
            tree.put("showWhen", showWhen.tree());
        }
        return tree;
    }

    private static Map<String, String> labels(Fields field) {
        var labels = new LinkedHashMap<String, String>();
        field.group("labels").ifPresent(group -> {
            var languages = group.all().keySet();
            if (languages.size() > MOST_LANGUAGES) {
                field.refuse("labels", "too_many", "This takes " + MOST_LANGUAGES + " languages at most.");
                return;
            }
            for (var language : languages) {
                if (LANGUAGE.matcher(language).matches()) {
                    Texts.line(group, language, LONGEST_LABEL).ifPresent(label -> labels.put(language, label));
                } else {
                    field.refuse("labels", "invalid", "Labels go by language tags such as de or pt-BR.");
                }
            }
        });
        return labels;
    }

    private static List<String> options(Fields field, FieldType type) {
        var items = field.items("options");
        if (type.choosing() && items.isEmpty()) {
            field.refuse("options", "required", "A field of this type needs options.");
        }
        if (!type.choosing() && !items.isEmpty()) {
            field.refuse("options", "not_applicable", "A field of this type has none.");
        }
        if (items.size() > MOST_OPTIONS) {
            field.refuse("options", "too_many", "This takes " + MOST_OPTIONS + " options at most.");
            return List.of();
        }
        var options = new LinkedHashSet<String>();
        var texts = field.texts("options");
        for (var option : texts) {
            Texts.checkLine(field, "options", option, LONGEST_OPTION);
            if (option.isBlank() || !options.add(option)) {
                field.refuse("options", "invalid", "Options must differ and must not be blank.");
            }
        }
        return List.copyOf(options);
    }
}
