package foyer.bench;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a screen tells while somebody watches: sums that grow with each report, for a server has nothing to count where nothing is
 * new.
 */
final class Reports {
    /** As often as {@code foyer.heartbeat.every} has it. */
    private static final int SECONDS = 20;

    private final String path;
    private final String token;
    private final AtomicInteger told = new AtomicInteger();

    /** @param login what the viewer was answered */
    Reports(JsonObject login) {
        path = "/api/sessions/" + login.getString("sessionId") + "/heartbeat";
        token = login.getString("sessionToken");
    }

    /** @param logins what viewers were answered */
    static List<Reports> of(List<String> logins) {
        return logins.stream().map(Ground::json).map(Reports::new).toList();
    }

    byte[] next() {
        var sequence = told.incrementAndGet();
        var watched = sequence * SECONDS + ".5";
        return Requests.post(
                path,
                "{\"position\":" + watched + ",\"state\":\"playing\","
                        + "\"figures\":{\"screen\":\"0123456789abcdef\",\"sequence\":" + sequence + ",\"watched\":"
                        + watched + ",\"seen\":[[0," + watched + "]],\"startup\":640,\"stalls\":0,\"stalled\":0,"
                        + "\"errors\":0,\"bitrate\":3128000}}",
                token);
    }
}
