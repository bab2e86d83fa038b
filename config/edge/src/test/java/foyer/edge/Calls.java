package foyer.edge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request and its answer outside of any container; what a test does not need is not there. */
final class Calls {
    final Map<String, Object> attributes = new LinkedHashMap<>();
    final Map<String, List<String>> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final Map<String, String> answerHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    String method = "GET";
    String path = "/watch/x";

    @Nullable
    String query;

    String address = "203.0.113.9";
    String scheme = "http";
    String host = "foyer.example";
    int port = 80;
    DispatcherType dispatcher = DispatcherType.REQUEST;
    int status = 200;

    static Calls to(String path) {
        var call = new Calls();
        call.path = path;
        return call;
    }

    Calls with(String header, String... values) {
        requestHeaders.put(header, List.of(values));
        return this;
    }

    HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (self, called, arguments) -> switch (called.getName()) {
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "getHeader" ->
                headers((String) arguments[0]).stream().findFirst().orElse(null);
            case "getHeaders" -> Collections.enumeration(headers((String) arguments[0]));
            case "getMethod" -> method;
            case "getRequestURI" -> path;
            case "getQueryString" -> query;
            case "getRemoteAddr" -> address;
            case "getScheme" -> scheme;
            case "getServerName" -> host;
            case "getServerPort" -> port;
            case "getDispatcherType" -> dispatcher;
            default -> throw new UnsupportedOperationException(called.getName());
        });
    }

    HttpServletResponse answer() {
        return proxy(HttpServletResponse.class, (self, called, arguments) -> switch (called.getName()) {
            case "setHeader" -> answerHeaders.put((String) arguments[0], (String) arguments[1]);
            case "getStatus" -> status;
            case "setStatus" -> answered((int) arguments[0]);
            case "setContentType" -> answerHeaders.put("Content-Type", (String) arguments[0]);
            case "setContentLength" -> null;
            case "getOutputStream" -> new Bytes(body);
            default -> throw new UnsupportedOperationException(called.getName());
        });
    }

    private int answered(int with) {
        status = with;
        return with;
    }

    private List<String> headers(String name) {
        return requestHeaders.getOrDefault(name, List.of());
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
