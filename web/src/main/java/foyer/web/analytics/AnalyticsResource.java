package foyer.web.analytics;

import foyer.analytics.Evaluating;
import foyer.event.EventId;
import foyer.web.answer.Answers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What became of an event: as a tree, or as a sheet with a row for each number. */
@Path("analytics/{eventId}")
@RolesAllowed({"admin", "organizer", "analyst"})
@ApplicationScoped
public class AnalyticsResource {
    private static final String SHEET = "text/csv;charset=UTF-8";

    // Whoever takes either would else be given what this JVM happens to find first.
    private static final String BEHIND_JSON = ";qs=0.5";

    @Inject
    Evaluating evaluating;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response evaluation(@PathParam("eventId") String eventId) {
        return Answers.ok(evaluating.evaluate(EventId.of(eventId)).view()).build();
    }

    @GET
    @Produces(SHEET + BEHIND_JSON)
    public Response sheet(@PathParam("eventId") String eventId) {
        var rows = FigureSheet.of(evaluating.evaluate(EventId.of(eventId)).view());
        return Response.ok(rows, SHEET)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"analytics.csv\"")
                .build();
    }
}
