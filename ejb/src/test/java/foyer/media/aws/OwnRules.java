package foyer.media.aws;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What we ask of our own orders beyond what a service's model does: that each is named, so that it is never carried out twice, and that
 * whatever it makes says what for, and for which event unless all share it.
 */
final class OwnRules {
    /** As the services call the name of an order. */
    private static final Set<String> NAMES = Set.of("RequestId", "ClientToken", "ClientRequestToken");

    private static final Pattern ANOTHER_EACH_TIME =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final String TAGGING = "CreateTags";

    private OwnRules() {}

    /**
     * Fails with {@link AwsRefusal} that names what is missing.
     *
     * @param known the members that the model has for the operation
     * @param given those that were sent
     */
    static void check(String operation, Set<?> known, Map<String, Object> given) {
        if (!operation.startsWith("Create") || operation.equals(TAGGING)) {
            return;
        }
        for (var name : NAMES) {
            if (known.contains(name) && !isName(given.get(name))) {
                throw new AwsRefusal(
                        400, "BadRequestException", operation + " has no " + name + " that a second one would have.");
            }
        }
        if (known.contains("Tags") && !saysWhatFor(ServiceModel.map(given.get("Tags")))) {
            throw new AwsRefusal(400, "BadRequestException", operation + " does not say what for.");
        }
    }

    // The SDK makes one up where nobody names one: repeated by itself it is the same, and by us another.
    private static boolean isName(@Nullable Object value) {
        return value instanceof String name
                && !name.isEmpty()
                && !ANOTHER_EACH_TIME.matcher(name).matches();
    }

    private static boolean saysWhatFor(Map<?, ?> tags) {
        return tags.containsKey(Tags.PURPOSE) && (tags.containsKey(Tags.EVENT) || tags.containsKey(Tags.DEPLOYMENT));
    }
}
