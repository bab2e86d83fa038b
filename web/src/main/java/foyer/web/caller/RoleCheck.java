package foyer.web.caller;

import foyer.shared.Forbidden;
import foyer.shared.Unauthenticated;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Set;

/** Lets operators of certain roles pass. */
final class RoleCheck implements ContainerRequestFilter {
    private final Set<String> roles;

    RoleCheck(Set<String> roles) {
        this.roles = roles;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var security = request.getSecurityContext();
        if (security.getUserPrincipal() == null) {
            throw new Unauthenticated("Sign in first: send an operator's access token as Bearer.");
        }
        if (roles.stream().noneMatch(security::isUserInRole)) {
            throw new Forbidden("Your role does not include this.");
        }
    }
}
