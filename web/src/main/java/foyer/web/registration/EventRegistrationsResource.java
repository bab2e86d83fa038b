package foyer.web.registration;

import foyer.event.Browsing;
import foyer.event.EventId;
import foyer.registration.Attending;
import foyer.web.answer.Answers;
import foyer.web.answer.Lists;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Who comes to an event: in parts, or all at once as a sheet. */
@Path("events/{eventId}/registrations")
@RolesAllowed({"admin", "organizer"})
@ApplicationScoped
public class EventRegistrationsResource {
    private static final String SHEET = "text/csv;charset=UTF-8";

    // Whoever takes either would else be given what this JVM happens to find first.
    private static final String BEHIND_JSON = ";qs=0.5";

    @Inject
    Browsing browsing;

    @Inject
    Attending attending;

    @Inject
    Lists lists;

    @Inject
    Clock clock;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response registrations(
            @PathParam("eventId") String eventId,
            @BeanParam RegistrationFilters filters,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var event = browsing.event(EventId.of(eventId)).id();
        var list = filters.listOf(event);
        var query = filters.query(event, limit).from(lists.position(list, cursor));
        var now = clock.instant();
        var page = attending.registrations(query);
        return Answers.ok(lists.tree(list, page, registration -> registration.view(now)))
                .build();
    }

    /** As long as the list is, no more than a part of it is held at a time. */
    @GET
    @Produces(SHEET + BEHIND_JSON)
    public Response sheet(@PathParam("eventId") String eventId, @BeanParam RegistrationFilters filters) {
        var event = browsing.event(EventId.of(eventId));
        var query = filters.query(event.id());
        var first = attending.registrations(query);
        var sheet = new RegistrationSheet(event.plan().form());
        var rows = new SheetOutput(
                sheet, first, position -> attending.registrations(query.from(position)), clock.instant());
        return Response.ok(rows, SHEET)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        SheetName.disposition(event.plan().title()))
                .build();
    }
}
