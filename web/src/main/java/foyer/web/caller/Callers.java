package foyer.web.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Names who calls, for counting and for telling repeats apart: an operator, or else a network address. */
public final class Callers {
    private Callers() {}

    public static String of(HttpServletRequest request) {
        return of(request.getUserPrincipal(), request.getRemoteAddr());
    }

    static String of(@Nullable Principal principal, String address) {
        if (principal == null) {
            return "address:" + address;
        }
        var subject = principal instanceof JsonWebToken token ? token.getSubject() : null;
        return "operator:" + (subject == null ? principal.getName() : subject);
    }
}
