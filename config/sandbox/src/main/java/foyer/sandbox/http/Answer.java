package foyer.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back to a caller. */
public record Answer(int status, Map<String, String> headers, Content content) {
    private static final int LOST = 0;
    private static final Content NOTHING = Content.of(new byte[0]);

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer of(int status, String type, byte[] body) {
        return new Answer(status, Map.of("Content-Type", type), Content.of(body));
    }

    public static Answer json(int status, Object value) {
        return of(status, "application/json", Json.write(value)).with("Cache-Control", "no-store");
    }

    public static Answer html(String page) {
        return of(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer error(int status, String code, String message) {
        return json(status, Map.of("error", Map.of("code", code, "message", message)));
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), NOTHING);
    }

    /** No answer at all: the connection is closed, and the caller cannot know what became of the call. */
    public static Answer lost() {
        return new Answer(LOST, Map.of(), NOTHING);
    }

    public boolean isLost() {
        return status == LOST;
    }

    public Answer with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, content);
    }
}
