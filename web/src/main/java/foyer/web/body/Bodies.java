package foyer.web.body;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of calls as {@link Submission}s, within the limits of size and time. */
@Dependent
public class Bodies {
    private final HttpSettings settings;
    private final Clock clock;

    @Inject
    Bodies(HttpSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Fails with a {@link foyer.shared.Problem} for what is no JSON object, too large or of another type. */
    public Submission read(HttpServletRequest call) throws IOException {
        return read(call::getHeader, call.getInputStream());
    }

    /** The body to the byte, whatever is in it; fails with {@link TooLarge} beyond a number of bytes. */
    public byte[] bytes(InputStream body, int most) {
        return new BodyBytes(settings, most, clock).read(body);
    }

    Submission read(UnaryOperator<@Nullable String> headers, InputStream stream) {
        var length = headers.apply(HttpHeaders.CONTENT_LENGTH);
        BodyHeaders.check(
                headers.apply(HttpHeaders.CONTENT_TYPE),
                headers.apply(HttpHeaders.CONTENT_ENCODING),
                length,
                settings.maxBody());
        var bytes = new BodyBytes(settings, clock).read(stream);
        BodyHeaders.checkCameAsSent(length, bytes.length);
        return new Submission(JsonTree.read(bytes));
    }
}
