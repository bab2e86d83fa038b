package foyer.form;

import foyer.shared.Fields;
import foyer.shared.PublicAddresses;
import foyer.shared.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the form looks and speaks.
 *
 * @param primaryColor as CSS writes it: {@code #0a7} or {@code #00aa77}
 * @param intro stands above the form, plain text
 * @param thankYou is shown when the form was sent and something is left to do or to wait for, plain text
 */
public record Customization(
        @Nullable String logoUrl,
        @Nullable String primaryColor,
        @Nullable String submitLabel,
        @Nullable String intro,
        @Nullable String thankYou) {
    static final Customization NONE = new Customization(null, null, null, null, null);
    private static final Pattern COLOR = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_PROSE = 5_000;

    static Customization read(Fields group, PublicAddresses addresses) {
        var read = new Customization(
                addresses.read(group, "logoUrl").orElse(null),
                color(group).orElse(null),
                Texts.line(group, "submitLabel", LONGEST_LABEL).orElse(null),
                Texts.prose(group, "intro", LONGEST_PROSE).orElse(null),
                Texts.prose(group, "thankYou", LONGEST_PROSE).orElse(null));
        group.refuseUnknown();
        return read;
    }

    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        put(tree, "logoUrl", logoUrl);
        put(tree, "primaryColor", primaryColor);
        put(tree, "submitLabel", submitLabel);
        put(tree, "intro", intro);
        put(tree, "thankYou", thankYou);
        return tree;
    }

    private static Optional<String> color(Fields group) {
        var color = group.text("primaryColor");
        color.filter(text -> !COLOR.matcher(text).matches())
                .ifPresent(wrong -> group.refuse("primaryColor", "invalid", "This must be a colour such as #00aa77."));
        return color;
    }

    private static void put(Map<String, Object> tree, String name, @Nullable String text) {
        if (text != null) {
            tree.put(name, text);
        }
    }
}
