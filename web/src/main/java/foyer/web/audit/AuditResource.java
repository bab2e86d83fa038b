package foyer.web.audit;

import foyer.audit.AuditEntry;
import foyer.audit.ReadingTrail;
import foyer.event.EventId;
import foyer.web.answer.Answers;
import foyer.web.answer.Lists;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Who moved money. */
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@ApplicationScoped
public class AuditResource {
    private static final String LIST = "audit";

    @Inject
    ReadingTrail reading;

    @Inject
    Lists lists;

    /** All of it, or that of an event, whether or not there is such an event any more. */
    @GET
    public Response entries(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("eventId") @Nullable String eventId) {
        var event = eventId == null ? null : EventId.of(eventId).value();
        var list = event == null ? LIST : LIST + ":" + event;
        var page = reading.entries(event, Lists.limit(limit), lists.position(list, cursor));
        return Answers.ok(lists.tree(list, page, AuditEntry::view)).build();
    }
}
