package foyer.web.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Names who calls, for counting and for telling repeats apart: an operator, or else a network address. */
public final class Callers {
    private Callers() {}

    /** The id of the operator; empty for strangers. */
    public static Optional<String> operator(@Nullable Principal principal) {
        if (principal == null) {
            return Optional.empty();
        }
        var subject = principal instanceof JsonWebToken token ? token.getSubject() : null;
        return Optional.of(subject == null ? principal.getName() : subject);
    }

    /** The same where nobody else gets in. */
    public static String operator(HttpServletRequest request) {
        return operator(request.getUserPrincipal())
                .orElseThrow(() -> new IllegalStateException("A stranger came where operators are let in alone."));
    }

    public static String name(HttpServletRequest request) {
        return name(request.getUserPrincipal(), request.getRemoteAddr());
    }

    /** Told apart by a prefix, so that no operator is ever taken for an address. */
    public static String name(@Nullable Principal principal, String address) {
        return operator(principal).map(operator -> "operator:" + operator).orElse("address:" + address);
    }
}
