package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayDeque;

/** A viewer's screen: the session that it was given, which it may report to any server. */
public record Screen(String sessionId, String token) {
    /** How long a right that was taken back may last where {@code foyer.session.recheck} is two seconds. */
    private static final Duration BOUND = Duration.ofSeconds(12);

    /** @param session in the shape of a login's answer */
    public static Screen of(JsonObject session) {
        return new Screen(session.getString("sessionId"), session.getString("sessionToken"));
    }

    /** What it is told after a report that it plays at this second. */
    public JsonObject beat(Http server, double position) {
        var report = Json.createObjectBuilder().add("position", position).add("state", "playing");
        return server.with("Authorization", "Foyer " + token)
                .post("/api/sessions/" + sessionId + "/heartbeat", report.build())
                .expect(200)
                .json();
    }

    public boolean goesOn(Http server) {
        return beat(server, 1).getBoolean("continue");
    }

    /** Fails unless this screen is told by then that it is over. */
    public void isToldToStop(Http server, Duration bound) {
        assertThat(Await.until(bound, () -> !goesOn(server)))
                .as("told to stop within %s", bound)
                .isTrue();
    }

    /** The same, and why, where rights are asked about every two seconds. */
    public void isToldToStop(Http server, String reason) {
        isToldToStop(server, BOUND, reason);
    }

    /** The same by another time. */
    public void isToldToStop(Http server, Duration bound, String reason) {
        var told = new ArrayDeque<JsonObject>();
        assertThat(Await.until(bound, () -> {
                    told.addLast(beat(server, 1));
                    return !told.getLast().getBoolean("continue");
                }))
                .as("told to stop within %s", bound)
                .isTrue();
        // In the same answer: what comes later is told to a screen that is over already.
        assertThat(told.getLast().getString("reason")).isEqualTo(reason);
    }
}
