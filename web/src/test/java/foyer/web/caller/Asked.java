package foyer.web.caller;

import jakarta.security.auth.message.MessageInfo;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as the container shows it to an authentication module: with no more than its credentials. */
final class Asked implements MessageInfo {
    private final Map<String, Object> map = new LinkedHashMap<>();
    private final HttpServletRequest request;

    Asked(@Nullable String authorization) {
        request = (HttpServletRequest) Proxy.newProxyInstance(
                Asked.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (self, called, arguments) -> {
                    if (called.getName().equals("getHeader") && arguments[0].equals("Authorization")) {
                        return authorization;
                    }
                    throw new UnsupportedOperationException(called.getName());
                });
    }

    Asked onProtectedGround() {
        map.put("jakarta.security.auth.message.MessagePolicy.isMandatory", "true");
        return this;
    }

    @Override
    public Object getRequestMessage() {
        return request;
    }

    @Override
    public Object getResponseMessage() {
        throw new UnsupportedOperationException("getResponseMessage");
    }

    @Override
    public void setRequestMessage(Object other) {
        throw new UnsupportedOperationException("setRequestMessage");
    }

    @Override
    public void setResponseMessage(Object other) {
        throw new UnsupportedOperationException("setResponseMessage");
    }

    @Override
    public Map<String, Object> getMap() {
        return map;
    }
}
