package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * What a server answered.
 *
 * @param call as {@code GET /api/events}, for whoever reads why a test failed
 */
public record Called(String call, HttpResponse<byte[]> answer) {
    public int status() {
        return answer.statusCode();
    }

    /** Empty when it was not sent. */
    public String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    public byte[] bytes() {
        return answer.body();
    }

    public String text() {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    public JsonObject json() {
        try (var reader = Json.createReader(new ByteArrayInputStream(answer.body()))) {
            return reader.readObject();
        }
    }

    /** The code of an answer in the API's error format. */
    public String errorCode() {
        return json().getJsonObject("error").getString("code");
    }

    /** The body, when it is in the API's one error format and the request's id is the header's. */
    public JsonObject problem() {
        assertThat(header("Content-Type")).startsWith("application/json");
        var error = json().getJsonObject("error");
        assertThat(error).containsOnlyKeys("code", "message", "details", "timestamp");
        assertThat(error.getJsonObject("details").getString("requestId")).isEqualTo(header("X-Request-Id"));
        assertThat(text()).doesNotContain("Exception", "\tat ", "<html");
        return json();
    }

    /** Itself, when it has this status; otherwise the test fails and shows what came instead. */
    public Called expect(int status) {
        if (status() != status) {
            throw new AssertionError(call + " answered " + status() + " instead of " + status + ": " + text());
        }
        return this;
    }
}
