package foyer.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request as its caller sent it to the outermost proxy. */
final class ForwardedRequest extends HttpServletRequestWrapper {
    private final Origin origin;

    ForwardedRequest(HttpServletRequest request, Origin origin) {
        super(request);
        this.origin = origin;
    }

    @Override
    public String getRemoteAddr() {
        return origin.address();
    }

    @Override
    public String getRemoteHost() {
        return origin.address();
    }

    @Override
    public String getScheme() {
        return origin.scheme();
    }

    @Override
    public boolean isSecure() {
        return "https".equals(origin.scheme());
    }

    @Override
    public String getServerName() {
        return origin.host();
    }

    @Override
    public int getServerPort() {
        return origin.port();
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(base()).append(getRequestURI());
    }

    private String base() {
        var standard = isSecure() ? 443 : 80;
        var port = origin.port() == standard ? "" : ":" + origin.port();
        return origin.scheme() + "://" + origin.host() + port;
    }
}
