package foyer.media.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was made for which request of {@link MediaLiveStandIn}, so that the same request makes nothing more. */
final class MediaLiveOrders {
    private final Map<String, String> done = new LinkedHashMap<>();
    private int made;

    /** The id of what was made for it; null: nothing was. */
    @Nullable
    String done(String request) {
        return done.get(request);
    }

    /** A new one, larger than this. */
    String freshId(int base) {
        return Integer.toString(base + ++made);
    }

    void note(String request, String id) {
        done.put(request, id);
    }

    /** How many channels and inputs were ever made. */
    int made() {
        return made;
    }
}
