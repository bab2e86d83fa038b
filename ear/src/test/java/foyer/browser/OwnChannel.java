package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.Http;
import jakarta.json.JsonObject;
import java.time.Duration;

/**
 * A live channel of an event's own, as its organizer has it.
 *
 * @param event one that has begun
 */
record OwnChannel(Http organizer, String event) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Of its stream. */
    String path() {
        return "/api/events/" + event + "/stream";
    }

    /** Waits until it runs, for it starts by itself; answers where an encoder is to send to. */
    JsonObject prepared() {
        var stream = organizer.post(path()).expect(201).json();
        assertThat(Await.until(PATIENCE, () -> seen().getString("state").equals("RUNNING")))
                .isTrue();
        return stream.getJsonObject("ingest");
    }

    JsonObject seen() {
        return organizer.get(path()).expect(200).json();
    }
}
