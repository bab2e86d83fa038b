package foyer.edge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The path a caller asked for, which is not that of the request while an error is dispatched. */
public final class AskedPath {
    private static final String API = "/api";

    private AskedPath() {}

    public static String of(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                        && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    /**
     * Whether it belongs to the API, where everything that fails answers in the one format of errors: as it is written, or as the
     * container reads it.
     */
    public static boolean isOfApi(HttpServletRequest request) {
        var path = of(request);
        return isOfApi(path) || isOfApi(asRead(path));
    }

    /** Whether it belongs to the API as it is written. */
    public static boolean isPlainlyOfApi(HttpServletRequest request) {
        return isOfApi(of(request));
    }

    /** Without the API's own part: {@code events/x}; empty for what is not of the API. */
    public static String belowApi(HttpServletRequest request) {
        var path = of(request);
        return path.startsWith(API + "/") ? path.substring(API.length() + 1) : "";
    }

    private static boolean isOfApi(String path) {
        return path.equals(API) || path.startsWith(API + "/");
    }

    /** Up to its first parameter, decoded, and without detours. */
    private static String asRead(String path) {
        var parameters = path.indexOf(';');
        try {
            var decoded =
                    URLDecoder.decode(parameters < 0 ? path : path.substring(0, parameters), StandardCharsets.UTF_8);
            return new URI("http", "any", decoded, null).normalize().getPath();
        } catch (URISyntaxException | IllegalArgumentException illegible) {
            return path;
        }
    }
}
