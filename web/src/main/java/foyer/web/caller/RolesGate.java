package foyer.web.caller;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Asks who calls before anything of the body is read. The use cases have the last word by their own {@code @RolesAllowed};
 * this is only earlier.
 */
@Provider
public class RolesGate implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        var ofMethod = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        var roles = ofMethod != null ? ofMethod : resource.getResourceClass().getAnnotation(RolesAllowed.class);
        if (roles != null) {
            context.register(new RoleCheck(Set.of(roles.value())), Priorities.AUTHORIZATION);
        }
    }
}
