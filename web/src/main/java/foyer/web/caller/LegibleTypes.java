package foyer.web.caller;

import foyer.edge.AskedPath;
import foyer.edge.ErrorAnswer;
import foyer.shared.ProblemCode;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses media types that nobody can read (RFC 9110, 8.3.1 and 12.5.1): JAX-RS answers them with an empty body, and for
 * some without the headers of the filters before it. Mapped for requests.
 */
public class LegibleTypes extends RefusingFilter {
    private static final int LONGEST = 1000;
    private static final Pattern BETWEEN = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    // Some clients, that of Java among them, send a lone asterisk for any type.
    private static final Pattern ANY = Pattern.compile("\\*\\s*(?=;|$)");
    private static final Pattern WEIGHT = Pattern.compile("[01]|[01]?\\.[0-9]*");

    @Inject
    LegibleTypes(Clock clock) {
        super(clock);
    }

    @Override
    Optional<ErrorAnswer> refusal(HttpServletRequest call) {
        if (!AskedPath.isOfApi(call)) {
            return Optional.empty();
        }
        if (!legibleType(call.getHeader("Content-Type"))) {
            return Optional.of(new ErrorAnswer(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type is no media type. Send the body as application/json in UTF-8."));
        }
        if (!legibleList(String.join(",", Collections.list(call.getHeaders("Accept"))))) {
            return Optional.of(new ErrorAnswer(
                    ProblemCode.NOT_ACCEPTABLE,
                    "Accept is no list of media types, or a very long one. Leave it out, or accept */*."));
        }
        return Optional.empty();
    }

    /** @param accept all its lines as one, which they are (RFC 9110, 5.3); empty where there is none */
    private static boolean legibleList(String accept) {
        // The usual ones are known by sight; what is too long to be usual takes too long to be read.
        if (accept.equals("*/*") || accept.equals("application/json")) {
            return true;
        }
        return accept.length() <= LONGEST
                && BETWEEN.splitAsStream(accept)
                        .map(String::strip)
                        .filter(type -> !type.isEmpty())
                        .allMatch(type -> legibleType(ANY.matcher(type).lookingAt() ? "*/" + type : type));
    }

    private static boolean legibleType(@Nullable String type) {
        if (type == null || type.equals("application/json")) {
            return true;
        }
        try {
            var weight = MediaType.valueOf(type).getParameters().get("q");
            return weight == null || WEIGHT.matcher(weight).matches();
        } catch (IllegalArgumentException illegible) {
            return false;
        }
    }
}
