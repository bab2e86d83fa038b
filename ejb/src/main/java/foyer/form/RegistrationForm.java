package foyer.form;

import foyer.shared.Fields;
import foyer.shared.PublicAddresses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people are asked when they register. On the wire ({@code registrationConfig}) a field is an object or its plain
 * name, and is required if it says so or if {@code required} names it; what is told is always the object, and both.
 */
public record RegistrationForm(List<RegistrationField> fields, Customization customization) {
    public static final RegistrationForm NONE = new RegistrationForm(List.of(), Customization.NONE);
    static final String NAMES = "A name has 1 to 50 letters, digits and underscores and begins with a letter.";
    private static final int MOST_FIELDS = 50;
    private static final String ADDRESS = "email";

    public RegistrationForm {
        fields = List.copyOf(fields);
    }

    /** Reads a form; a finding never changes what is read, but a field without a name is left out. */
    public static RegistrationForm read(Fields group, PublicAddresses addresses) {
        var items = group.items("fields");
        var fields = fields(group, items);
        var required = required(group, fields);
        refuseContradictions(group, items, required);
        var customization = group.group("customization")
                .map(look -> Customization.read(look, addresses))
                .orElse(Customization.NONE);
        group.refuseUnknown();
        var marked = fields.stream()
                .map(field -> required.contains(field.name()) ? field.asRequired() : field)
                .toList();
        return new RegistrationForm(marked, customization);
    }

    /** As the API shows it and the store keeps it. */
    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("fields", fields.stream().map(RegistrationField::tree).toList());
        tree.put(
                "required",
                fields.stream()
                        .filter(RegistrationField::required)
                        .map(RegistrationField::name)
                        .toList());
        tree.put("customization", customization.tree());
        return tree;
    }

    private static List<RegistrationField> fields(Fields group, List<@Nullable Object> items) {
        if (items.size() > MOST_FIELDS) {
            group.refuse("fields", "too_many", "This takes " + MOST_FIELDS + " fields at most.");
            return List.of();
        }
        var fields = new ArrayList<RegistrationField>();
        for (var index = 0; index < items.size(); index++) {
            field(group, "fields[" + index + "]", items.get(index), fields);
        }
        return fields;
    }

    private static void field(Fields group, String path, @Nullable Object item, List<RegistrationField> earlier) {
        if (item instanceof String name) {
            if (!RegistrationField.isName(name)) {
                group.refuse(path, "invalid", NAMES);
            }
            add(group, path, RegistrationField.named(name), earlier);
        } else {
            group.group(path, item)
                    .flatMap(field -> RegistrationField.read(field, earlier))
                    .ifPresent(field -> add(group, path + ".name", field, earlier));
        }
    }

    private static void add(Fields group, String path, RegistrationField field, List<RegistrationField> earlier) {
        if (earlier.stream().anyMatch(other -> other.name().equals(field.name()))) {
            group.refuse(path, "duplicate", "Another field has this name.");
        }
        earlier.add(field);
    }

    private static Set<String> required(Fields group, List<RegistrationField> fields) {
        if (group.items("required").size() > MOST_FIELDS) {
            group.refuse("required", "too_many", "This takes " + MOST_FIELDS + " names at most.");
            return Set.of();
        }
        var required = new LinkedHashSet<>(group.texts("required"));
        for (var name : required) {
            // The address is asked for in any case, and need not be a field for that.
            if (!name.equals(ADDRESS)
                    && fields.stream().noneMatch(field -> field.name().equals(name))) {
                group.refuse("required", "unknown_value", "These must be names of fields of this form.");
            }
        }
        return required;
    }

    // Who reads a form and sends it back with one of the two changed shall not wonder why nothing happened.
    private static void refuseContradictions(Fields group, List<@Nullable Object> items, Set<String> required) {
        for (var index = 0; index < items.size() && index < MOST_FIELDS; index++) {
            if (items.get(index) instanceof Map<?, ?> field
                    && Boolean.FALSE.equals(field.get("required"))
                    && field.get("name") instanceof String name
                    && required.contains(name)) {
                group.refuse("fields[" + index + "].required", "contradicts", "The form's list names it as required.");
            }
        }
    }
}
