package foyer.web.caller;

import foyer.shared.Unauthenticated;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Whoever sends credentials is taken at their word: those that nobody could read are refused, for a caller who believes
 * to be signed in must never be served as a stranger.
 */
@Provider
@PreMatching
public class KnownCredentials implements ContainerRequestFilter {
    static final String OF_VIEWERS = "Foyer ";

    /** Whether these are for an operator, or for nobody known here; none at all are not. */
    public static boolean ofOthersThanViewers(@Nullable String credentials) {
        return credentials != null && !credentials.startsWith(OF_VIEWERS);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var credentials = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (ofOthersThanViewers(credentials) && request.getSecurityContext().getUserPrincipal() == null) {
            throw new Unauthenticated(
                    "These credentials are not known here: operators send an access token as Bearer.");
        }
    }
}
