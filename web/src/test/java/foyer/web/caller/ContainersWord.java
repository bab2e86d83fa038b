package foyer.web.caller;

import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/** A container's authentication that refuses everybody and remembers what it was asked about. */
final class ContainersWord implements ServerAuthContext {
    private final List<String> asked = new ArrayList<>();
    private int made;

    /** How many of it were made. */
    int made() {
        return made;
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    void forget() {
        asked.clear();
    }

    AuthConfigProvider provider() {
        var config = answering(ServerAuthConfig.class, "getAuthContext", () -> {
            made++;
            return this;
        });
        return answering(AuthConfigProvider.class, "getServerAuthConfig", () -> config);
    }

    @Override
    public AuthStatus validateRequest(MessageInfo message, Subject caller, @Nullable Subject service) {
        asked.add("request");
        return AuthStatus.SEND_FAILURE;
    }

    @Override
    public AuthStatus secureResponse(MessageInfo message, @Nullable Subject service) {
        asked.add("answer");
        return AuthStatus.SEND_CONTINUE;
    }

    @Override
    public void cleanSubject(MessageInfo message, Subject subject) {
        asked.add("logout");
    }

    private static <T> T answering(Class<T> type, String method, Supplier<Object> answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return answer.get();
                    }
                    throw new UnsupportedOperationException(called.getName());
                }));
    }
}
