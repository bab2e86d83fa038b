package foyer.form;

import foyer.shared.Fields;
import foyer.shared.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody agreed to. Kept is {@code {"agreed": true, "version", "label"}}, so that it can be shown later which words
 * stood there; sent is {@code true}, or the same with the version that was read, which is then the one that must hold.
 */
public final class Consent {
    private static final int VERSION_BYTES = 8;

    private Consent() {}

    /** Names the words of a consent in all languages: another one as soon as one of them changes. */
    public static String version(RegistrationField field) {
        var words = JsonText.canonical(
                Map.of("label", field.label(), "labels", field.labels(), "help", String.valueOf(field.help())));
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, VERSION_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** Empty for who does not agree. */
    static Optional<Object> read(RegistrationField field, Fields group) {
        if (group.any(field.name()).filter(value -> value instanceof Map<?, ?>).isEmpty()) {
            return group.truth(field.name()).filter(agreed -> agreed).map(yes -> agreed(field));
        }
        return group.group(field.name()).flatMap(read -> {
            var agreed = read.truth("agreed").orElse(false);
            var version = read.text("version");
            read.text("label");
            read.refuseUnknown();
            if (version.filter(seen -> !seen.equals(version(field))).isPresent()) {
                group.refuse(field.name(), "changed", "These words were changed meanwhile. Please read them again.");
            }
            return agreed ? Optional.of(agreed(field)) : Optional.empty();
        });
    }

    private static Map<String, Object> agreed(RegistrationField field) {
        return Map.of("agreed", true, "version", version(field), "label", field.label());
    }
}
