package foyer.web.mail;

import foyer.event.EventId;
import foyer.mail.Previewing;
import foyer.web.answer.Answers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** An event's letters, as their readers will see them. */
@Path("events/{eventId}/letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "organizer"})
@ApplicationScoped
public class PreviewResource {
    @Inject
    Previewing previewing;

    @GET
    @Path("{kind}")
    public Response letter(
            @PathParam("eventId") String eventId,
            @PathParam("kind") String kind,
            @QueryParam("language") @DefaultValue("en") String language) {
        return Answers.ok(previewing.preview(EventId.of(eventId), kind, language))
                .build();
    }
}
