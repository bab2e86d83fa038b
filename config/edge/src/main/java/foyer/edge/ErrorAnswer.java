package foyer.edge;

import foyer.shared.Finding;
import foyer.shared.Problem;
import foyer.shared.ProblemCode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a caller is told when a call fails: the API's one error format, whichever layer noticed the failure.
 *
 * @param code decides the status
 * @param message says what to do, and nothing of the inside
 * @param details beside the request id, which every answer has
 */
public record ErrorAnswer(ProblemCode code, String message, Map<String, Object> details) {
    /** Who has more to mend reads no further; and a body may hold tens of thousands of fields, each of them wrong. */
    private static final int MOST_FINDINGS = 100;

    public ErrorAnswer {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    public ErrorAnswer(ProblemCode code, String message) {
        this(code, message, Map.of());
    }

    public static ErrorAnswer of(Problem problem) {
        var details = new LinkedHashMap<>(problem.details());
        if (!problem.findings().isEmpty()) {
            details.put(
                    "fields",
                    told(problem.findings()).stream().map(ErrorAnswer::tree).toList());
        }
        return new ErrorAnswer(problem.code(), problem.words(), details);
    }

    /** The one place where a refusal becomes a status of HTTP. */
    public int status() {
        return switch (code) {
            case MALFORMED_JSON, VALIDATION_FAILED, BAD_SIGNATURE -> 400;
            case UNAUTHENTICATED, BAD_CREDENTIALS, TOKEN_EXPIRED -> 401;
            case FORBIDDEN, ORIGIN_NOT_ALLOWED -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case SOLD_OUT,
                    REGISTRATION_CLOSED,
                    WRONG_STATE,
                    SEATS_SOLD,
                    REQUEST_IN_FLIGHT,
                    REPLACED_BY_NEWER_SCREEN,
                    ALREADY_PAID -> 409;
            case LINK_EXPIRED -> 410;
            case VERSION_CONFLICT -> 412;
            case TOO_LARGE -> 413;
            case URI_TOO_LONG -> 414;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case IDEMPOTENCY_KEY_REUSED -> 422;
            case PRECONDITION_REQUIRED -> 428;
            case TOO_MANY_REQUESTS -> 429;
            case INTERNAL -> 500;
            case NOT_IMPLEMENTED -> 501;
            case UNAVAILABLE -> 503;
        };
    }

    /** What HTTP wants beside the body: how to authenticate, when to come back. */
    public Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Cache-Control", "no-store");
        if (status() == 401) {
            headers.put("WWW-Authenticate", challenge());
        }
        if (code == ProblemCode.TOO_MANY_REQUESTS || code == ProblemCode.UNAVAILABLE) {
            headers.put("Retry-After", String.valueOf(details.getOrDefault("retryAfterSeconds", 1)));
        }
        return headers;
    }

    /** @param requestId as the header {@code X-Request-Id} says it */
    public byte[] json(String requestId, Instant now) {
        var shown = new LinkedHashMap<String, Object>(details);
        shown.put("requestId", requestId);
        var error = new LinkedHashMap<String, Object>();
        error.put("code", code.wireName());
        error.put("message", message);
        error.put("details", shown);
        error.put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
        return JsonText.of(Map.of("error", error));
    }

    /** For what fails before or beside JAX-RS. */
    public void writeTo(HttpServletResponse response, String requestId, Instant now) throws IOException {
        var body = json(requestId, now);
        response.setStatus(status());
        headers().forEach(response::setHeader);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private String challenge() {
        return code == ProblemCode.TOKEN_EXPIRED
                ? "Bearer realm=\"foyer\", error=\"invalid_token\", error_description=\"expired\""
                : "Bearer realm=\"foyer\"";
    }

    private static List<Finding> told(List<Finding> findings) {
        var more = findings.size() - MOST_FINDINGS;
        if (more <= 0) {
            return findings;
        }
        var told = new ArrayList<>(findings.subList(0, MOST_FINDINGS));
        told.add(new Finding("", "more", "There are more findings than are told here: " + more + "."));
        return told;
    }

    private static Map<String, Object> tree(Finding finding) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("field", finding.field());
        tree.put("code", finding.code());
        tree.put("message", finding.message());
        return tree;
    }
}
