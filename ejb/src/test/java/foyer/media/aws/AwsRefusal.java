package foyer.media.aws;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A service's refusal, by the name that its model gives it. */
final class AwsRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    AwsRefusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
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
        return AwsAnswer.json(status, Map.of("message", String.valueOf(getMessage())))
                .with("X-Amzn-ErrorType", code);
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
