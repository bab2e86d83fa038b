package foyer.web.support;

import foyer.support.LookingUp;
import foyer.web.answer.Answers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What happened on the screen of a viewer who was shown a code. */
@Path("support/{code}")
@RolesAllowed({"admin", "organizer"})
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SupportResource {
    @Inject
    LookingUp lookingUp;

    @GET
    public Response report(@PathParam("code") String code) {
        return Answers.ok(lookingUp.lookUp(code).view()).build();
    }
}
