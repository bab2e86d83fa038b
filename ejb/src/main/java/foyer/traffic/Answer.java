package foyer.traffic;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call was answered.
 *
 * @param status of HTTP
 * @param headers those that belong to the answer itself, as Location and ETag
 * @param body a neutral tree, see {@link foyer.shared.Fields}
 */
public record Answer(
        int status, Map<String, String> headers, @Nullable Object body) {
    public Answer {
        headers = Map.copyOf(headers);
    }
}
