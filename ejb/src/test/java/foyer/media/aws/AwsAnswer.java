package foyer.media.aws;

import foyer.shared.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a stand-in says. */
final class AwsAnswer {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    AwsAnswer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    static AwsAnswer json(int status, Map<String, ?> tree) {
        return new AwsAnswer(status, Map.of("Content-Type", "application/json"), bytes(JsonText.of(tree)));
    }

    static AwsAnswer xml(String text) {
        return new AwsAnswer(
                200,
                Map.of("Content-Type", "application/xml"),
                bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text));
    }

    static AwsAnswer empty(int status) {
        return new AwsAnswer(status, Map.of(), new byte[0]);
    }

    AwsAnswer with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new AwsAnswer(status, more, body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
