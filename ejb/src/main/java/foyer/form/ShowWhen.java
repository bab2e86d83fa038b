package foyer.form;

import foyer.shared.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows a field only once another one has a certain answer.
 *
 * @param field the name of a field that comes earlier
 * @param equals that field's answer: true or false for a tick, else a text; for several choices, one of those chosen
 */
public record ShowWhen(String field, Object equals) {

    static Optional<ShowWhen> read(Fields group, List<RegistrationField> earlier) {
        var name = group.text("field");
        group.require("field");
        group.require("equals");
        var on = name.flatMap(wanted ->
                earlier.stream().filter(field -> field.name().equals(wanted)).findFirst());
        if (name.isPresent() && on.isEmpty()) {
            group.refuse("field", "unknown_value", "This must be the name of a field that comes earlier.");
        }
        var equals = on.flatMap(field -> answer(group, field));
        group.refuseUnknown();
        return name.flatMap(field -> equals.map(answer -> new ShowWhen(field, answer)));
    }

    Map<String, Object> tree() {
        return Map.of("field", field, "equals", equals);
    }

    private static Optional<? extends Object> answer(Fields group, RegistrationField on) {
        if (on.type().ticking()) {
            return group.truth("equals");
        }
        var text = group.text("equals");
        if (on.type().choosing() && text.isPresent() && !on.options().contains(text.get())) {
            group.refuse("equals", "unknown_value", "This must be one of the options of " + on.name() + ".");
        }
        return text;
    }
}
