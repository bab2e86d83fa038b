package foyer.edge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

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

    /** Whether it belongs to the API, where everything that fails answers in the one format of errors. */
    public static boolean isOfApi(HttpServletRequest request) {
        var path = of(request);
        return path.equals(API) || path.startsWith(API + "/");
    }

    /** Without the API's own part: {@code events/x}; empty for what is not of the API. */
    public static String belowApi(HttpServletRequest request) {
        var path = of(request);
        return path.startsWith(API + "/") ? path.substring(API.length() + 1) : "";
    }
}
