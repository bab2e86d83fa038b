package foyer.web.registration;

import foyer.registration.Attending;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.web.answer.Answers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** Registrations one by one. */
@Path("registrations")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RegistrationsResource {
    @Inject
    Attending attending;

    @Inject
    Clock clock;

    @GET
    @Path("{registrationId}")
    @RolesAllowed({"admin", "organizer"})
    public Response registration(@PathParam("registrationId") String registrationId) {
        return shown(attending.registration(RegistrationId.of(registrationId)));
    }

    @POST
    @Path("{registrationId}/approve")
    @RolesAllowed({"admin", "organizer"})
    public Response approve(@PathParam("registrationId") String registrationId) {
        return shown(attending.approve(RegistrationId.of(registrationId)));
    }

    private Response shown(Registration registration) {
        return Answers.ok(registration.view(clock.instant())).build();
    }
}
