package foyer.media.aws;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A service's refusal, by the name that its model gives it. */
final class AwsRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private transient List<Map<String, String>> errors = List.of();

    AwsRefusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** MediaLive's of an order: what is wrong, by the path of the element. */
    static AwsRefusal invalid(Map<String, String> found) {
        var refusal = new AwsRefusal(422, "UnprocessableEntityException", "The channel failed validation.");
        refusal.errors = found.entrySet().stream()
                .map(error -> Map.of("elementPath", error.getKey(), "errorMessage", error.getValue()))
                .toList();
        return refusal;
    }

    static AwsRefusal throttled() {
        return new AwsRefusal(429, "TooManyRequestsException", "Rate exceeded");
    }

    static AwsRefusal failed() {
        return new AwsRefusal(500, "InternalServerErrorException", "We encountered an internal error.");
    }

    String code() {
        return code;
    }

    AwsAnswer inJson() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("message", String.valueOf(getMessage()));
        if (!errors.isEmpty()) {
            tree.put("validationErrors", errors);
        }
        return AwsAnswer.json(status, tree).with("X-Amzn-ErrorType", code);
    }

    AwsAnswer inXml() {
        var text = "<Error><Code>%s</Code><Message>%s</Message></Error>".formatted(s3Code(), getMessage());
        return new AwsAnswer(
                s3Status(), Map.of("Content-Type", "application/xml"), text.getBytes(StandardCharsets.UTF_8));
    }

    // S3 has other words for the same.
    private String s3Code() {
        return switch (status) {
            case 429 -> "SlowDown";
            case 500 -> "InternalError";
            default -> code;
        };
    }

    private int s3Status() {
        return status == 429 ? 503 : status;
    }
}
