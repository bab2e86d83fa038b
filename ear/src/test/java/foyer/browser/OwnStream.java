package foyer.browser;

import foyer.whole.Whole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A stream of a test's own at the sandbox's media origin, so that it fails for nobody else.
 *
 * @param path what the origin names it by: {@code recorded/{name}} or {@code live/{name}}
 */
record OwnStream(String path) {
    private static final String LIVE = "live/";
    private static final String CONTROL = "/origin/_control";

    /** The recording that all others have. */
    static OwnStream recorded() {
        return new OwnStream("recorded/" + UUID.randomUUID());
    }

    /** A channel that has begun. */
    static OwnStream live() {
        var stream = soonLive();
        stream.begins();
        return stream;
    }

    /** A channel that is to begin. */
    static OwnStream soonLive() {
        return new OwnStream(LIVE + UUID.randomUUID());
    }

    void begins() {
        Whole.sandbox().startLive(path.substring(LIVE.length()));
    }

    /** Of its manifest. */
    String address() {
        return Whole.sandbox().origin() + "/" + path + "/master.m3u8";
    }

    /** What is live ends. */
    void ends() {
        Whole.sandbox().control("PUT", CONTROL + "/" + path, "{\"state\":\"stopped\"}");
    }

    /** Every call for it fails meanwhile. */
    void failsDuring(Runnable what) {
        during("before", 0, what);
    }

    /** Every call for it is taken meanwhile, and nothing is said for so many seconds. */
    void isSilentDuring(int seconds, Runnable what) {
        during("delay", seconds, what);
    }

    private void during(String effect, int seconds, Runnable what) {
        var everyCall = "{\"operation\":\"%s\",\"effect\":\"%s\",\"count\":100000%s}"
                .formatted(path, effect, seconds > 0 ? ",\"seconds\":" + seconds : "");
        var faults = CONTROL + "/faults";
        Whole.sandbox().control("PUT", faults, everyCall);
        try {
            what.run();
        } finally {
            var operation = URLEncoder.encode(path, StandardCharsets.UTF_8);
            Whole.sandbox().control("DELETE", faults + "?operation=" + operation, "");
        }
    }
}
