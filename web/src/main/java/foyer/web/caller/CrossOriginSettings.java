package foyer.web.caller;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * From whose pages operators' calls are answered.
 *
 * @param operatorOrigins {@code foyer.cors.operator-origins}, exact origins such as {@code https://admin.example}; none
 *     by default
 */
public record CrossOriginSettings(Set<String> operatorOrigins) implements FeatureSettings {
    private static final String NAME = "foyer.cors.operator-origins";
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?");

    public CrossOriginSettings {
        operatorOrigins = Set.copyOf(operatorOrigins);
    }

    static CrossOriginSettings read(Settings settings) {
        var origins = new LinkedHashSet<>(settings.list(NAME));
        if (!origins.stream().allMatch(CrossOriginSettings::isOrigin)) {
            settings.wrong(
                    NAME, "is not a list of origins such as https://admin.example, in lower case and without a path.");
        }
        settings.refuseWrongOnes();
        return new CrossOriginSettings(origins);
    }

    /** Whether a browser would send this; a wildcard never is. */
    static boolean isOrigin(String text) {
        return ORIGIN.matcher(text).matches();
    }
}
