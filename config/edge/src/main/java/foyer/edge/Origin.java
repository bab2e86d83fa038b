package foyer.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a request really came from and what its caller asked for, before any proxy.
 *
 * @param address of the caller, never a proxy's that is trusted
 * @param scheme http or https
 * @param host without port, as the caller wrote it
 * @param port as the caller reached it
 */
record Origin(String address, String scheme, String host, int port) {
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

    /** Headers of proxies that are not trusted count for nothing: anybody can send them. */
    static Origin of(HttpServletRequest request, EdgeSettings settings) {
        if (!settings.trusts(request.getRemoteAddr())) {
            return asReceived(request);
        }
        var scheme = last(request, "X-Forwarded-Proto")
                .map(proto -> proto.toLowerCase(Locale.ROOT))
                .filter(List.of("http", "https")::contains)
                .orElse(request.getScheme());
        var standardPort = "https".equals(scheme) ? 443 : 80;
        var address = callerOf(request, settings);
        return last(request, "X-Forwarded-Host")
                .filter(host -> HOST.matcher(host).matches())
                .map(host -> new Origin(address, scheme, hostOf(host), portOf(host, standardPort)))
                .orElseGet(() -> new Origin(
                        address,
                        scheme,
                        request.getServerName(),
                        scheme.equals(request.getScheme()) ? request.getServerPort() : standardPort));
    }

    private static Origin asReceived(HttpServletRequest request) {
        return new Origin(
                request.getRemoteAddr(), request.getScheme(), request.getServerName(), request.getServerPort());
    }

    /** Each proxy adds the address it was called from at the right end, so the first that is not ours is the caller. */
    private static String callerOf(HttpServletRequest request, EdgeSettings settings) {
        var hops = values(request, "X-Forwarded-For");
        Collections.reverse(hops);
        var caller = request.getRemoteAddr();
        for (var hop : hops) {
            if (!AddressRange.isAddress(hop)) {
                return caller;
            }
            caller = hop;
            if (!settings.trusts(hop)) {
                return caller;
            }
        }
        return caller;
    }

    private static Optional<String> last(HttpServletRequest request, String header) {
        var values = values(request, header);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    private static List<String> values(HttpServletRequest request, String header) {
        var lines = Collections.list(request.getHeaders(header));
        var values = Arrays.stream(String.join(",", lines).split(",")).map(String::strip);
        return new ArrayList<>(values.filter(value -> !value.isEmpty()).toList());
    }

    private static String hostOf(String authority) {
        return authority.replaceFirst(":[0-9]+$", "");
    }

    private static int portOf(String authority, int otherwise) {
        var host = hostOf(authority);
        return host.length() == authority.length()
                ? otherwise
                : Integer.parseInt(authority.substring(host.length() + 1));
    }
}
