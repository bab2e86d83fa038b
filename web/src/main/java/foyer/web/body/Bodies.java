package foyer.web.body;

import foyer.traffic.BodiesAwaited;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of calls as {@link Submission}s, within the limits of size and time. */
@Dependent
public class Bodies {
    private final HttpSettings settings;
    private final BodiesAwaited awaited;
    private final Clock clock;

    @Inject
    Bodies(HttpSettings settings, BodiesAwaited awaited, Clock clock) {
        this.settings = settings;
        this.awaited = awaited;
        this.clock = clock;
    }

    /** Fails with a {@link foyer.shared.Problem} for what is no JSON object, too large or of another type. */
    public Submission read(HttpServletRequest call) throws IOException {
        return read(call.getRemoteAddr(), call::getHeader, call.getInputStream());
    }

    /**
     * The same where a body may be left out: then there is nothing in it.
     *
     * @param body as JAX-RS gives it, which may have looked into the call's own
     */
    public Submission readIfSent(HttpServletRequest call, InputStream body) {
        var address = call.getRemoteAddr();
        var whole = new PushbackInputStream(body);
        return isSent(call.getContentLengthLong(), address, whole)
                ? read(address, call::getHeader, whole)
                : new Submission(Map.of());
    }

    // A body that comes in chunks (RFC 9112, 6.3) may be empty, and by HTTP/2 one may have neither a length nor a type:
    // where
    // no length is said its first byte tells.
    private boolean isSent(long length, String address, PushbackInputStream body) {
        return length < 0 ? awaited.read(address, () -> BodyBytes.isAny(body)) : length > 0;
    }

    /**
     * The body to the byte, whatever is in it; fails with {@link TooLarge} beyond a number of bytes.
     *
     * @param address of the sender
     */
    public byte[] bytes(String address, InputStream body, int most) {
        return awaited.read(address, () -> new BodyBytes(settings, most, clock).read(body));
    }

    Submission read(String address, UnaryOperator<@Nullable String> headers, InputStream stream) {
        var length = headers.apply(HttpHeaders.CONTENT_LENGTH);
        BodyHeaders.check(
                headers.apply(HttpHeaders.CONTENT_TYPE),
                headers.apply(HttpHeaders.CONTENT_ENCODING),
                length,
                settings.maxBody());
        var bytes = bytes(address, stream, settings.maxBody());
        BodyHeaders.checkCameAsSent(length, bytes.length);
        return new Submission(JsonTree.read(bytes));
    }
}
