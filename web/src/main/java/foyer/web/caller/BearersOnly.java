package foyer.web.caller;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.MessagePolicy;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.security.auth.message.module.ServerAuthModule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import org.jspecify.annotations.Nullable;

/**
 * Asks the container's own authentication (MicroProfile JWT) about those only who say who they are. It finds nothing in
 * the requests of the others, and looks for longer than it takes to answer them. Whoever is not asked about has no caller
 * and no roles; a resource that the container protects is always asked about.
 *
 * @see <a href="https://jakarta.ee/specifications/authentication/3.0/">Jakarta Authentication 3.0, Servlet Container
 *     Profile</a>
 */
final class BearersOnly implements ServerAuthModule {
    static final String LAYER = "HttpServlet";
    private static final String MANDATORY = "jakarta.security.auth.message.MessagePolicy.isMandatory";
    private static final String ASKED = "foyer.authentication.asked";

    private final AuthConfigProvider provider;
    private final String application;
    private volatile @Nullable ServerAuthContext container;

    /** @param application as Jakarta Authentication names it: the virtual server and the context path */
    BearersOnly(AuthConfigProvider provider, String application) {
        this.provider = provider;
        this.application = application;
    }

    @Override
    public void initialize(
            @Nullable MessagePolicy requests,
            @Nullable MessagePolicy responses,
            CallbackHandler handler,
            @Nullable Map<String, Object> options)
            throws AuthException {
        // Payara does this again for each request, always with the same handler.
        if (container != null) {
            return;
        }
        container = provider.getServerAuthConfig(LAYER, application, handler)
                .getAuthContext(application, new Subject(), Map.of());
    }

    @Override
    public Class<?>[] getSupportedMessageTypes() {
        return new Class<?>[] {HttpServletRequest.class, HttpServletResponse.class};
    }

    @Override
    public AuthStatus validateRequest(MessageInfo message, Subject caller, @Nullable Subject service)
            throws AuthException {
        if (!toBeAsked(message)) {
            return AuthStatus.SUCCESS;
        }
        message.getMap().put(ASKED, true);
        return container().validateRequest(message, caller, service);
    }

    @Override
    public AuthStatus secureResponse(MessageInfo message, @Nullable Subject service) throws AuthException {
        return message.getMap().containsKey(ASKED)
                ? container().secureResponse(message, service)
                : AuthStatus.SEND_SUCCESS;
    }

    @Override
    public void cleanSubject(MessageInfo message, Subject subject) throws AuthException {
        container().cleanSubject(message, subject);
    }

    private static boolean toBeAsked(MessageInfo message) {
        var authorization = ((HttpServletRequest) message.getRequestMessage()).getHeader("Authorization");
        return message.getMap().containsKey(MANDATORY)
                || (authorization != null && !authorization.startsWith(KnownCredentials.OF_VIEWERS));
    }

    private ServerAuthContext container() {
        var known = container;
        if (known == null) {
            throw new IllegalStateException("Jakarta Authentication initializes a module before it asks it.");
        }
        return known;
    }
}
