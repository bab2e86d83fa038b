package foyer.web.media;

import foyer.event.EventId;
import foyer.media.Broadcasting;
import foyer.media.Forecasting;
import foyer.media.LiveStream;
import foyer.traffic.Answer;
import foyer.web.answer.Answers;
import foyer.web.answer.EntityTags;
import foyer.web.answer.Locations;
import foyer.web.answer.Repeats;
import foyer.web.body.Bodies;
import foyer.web.body.Submission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event's live channel: it has one. */
@Path("events/{eventId}/stream")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "organizer"})
@ApplicationScoped
public class StreamResource {
    private static final String JPEG = "image/jpeg";

    @Inject
    Broadcasting broadcasting;

    @Inject
    Forecasting forecasting;

    @Inject
    Bodies bodies;

    @Inject
    Repeats repeats;

    @Inject
    Locations locations;

    /** A stream, or the one that is there. A body may say how it is fed. */
    @POST
    public Response prepare(
            @PathParam("eventId") String eventId,
            @Context HttpServletRequest request,
            @Context UriInfo uri,
            InputStream body) {
        var event = EventId.of(eventId);
        var path = "events/" + event.value() + "/stream";
        var submission = bodies.readIfSent(request, body);
        var answer = Answers.of(repeats.once(request, path, submission, () -> prepared(event, submission)));
        answer.getHeaders().putSingle(HttpHeaders.LOCATION, locations.of(path, uri));
        return answer;
    }

    @GET
    public Response stream(@PathParam("eventId") String eventId, @Context UriInfo uri) {
        var event = EventId.of(eventId);
        var stream = broadcasting.find(event);
        var view = StreamView.of(stream);
        if (stream.broadcast().health().connected()) {
            view.put(
                    "thumbnailUrl",
                    locations
                            .of("events/" + event.value() + "/stream/thumbnail", uri)
                            .toString());
        }
        return Answers.json(200, view).tag(tag(stream)).build();
    }

    /** What comes in just now, for who wants to see that it is the right picture. */
    @GET
    @Path("thumbnail")
    @Produces(JPEG)
    public Response thumbnail(@PathParam("eventId") String eventId) {
        return Response.ok(broadcasting.thumbnail(EventId.of(eventId)), JPEG)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** What it will cost, for whoever thinks of one. */
    @GET
    @Path("forecast")
    public Response forecast(@PathParam("eventId") String eventId, @QueryParam("viewers") @Nullable String viewers) {
        var forecast = forecasting.forecast(EventId.of(eventId), ExpectedViewers.read(viewers));
        return Answers.ok(CostView.of(forecast)).build();
    }

    /** What would keep it from being prepared like this; nothing is. */
    @POST
    @Path("preflight")
    public Response preflight(
            @PathParam("eventId") String eventId, @Context HttpServletRequest request, InputStream body) {
        var submission = bodies.readIfSent(request, body);
        var preflight = broadcasting.preflight(EventId.of(eventId), submission.fields());
        return Answers.ok(Map.of("checked", preflight.checked(), "findings", preflight.findings()))
                .build();
    }

    @POST
    @Path("start")
    public Response start(@PathParam("eventId") String eventId) {
        return shown(202, broadcasting.start(EventId.of(eventId)));
    }

    @POST
    @Path("stop")
    public Response stop(@PathParam("eventId") String eventId) {
        return shown(202, broadcasting.stop(EventId.of(eventId)));
    }

    private Answer prepared(EventId event, Submission submission) {
        var prepared = broadcasting.prepare(event, submission.fields());
        return new Answer(
                prepared.preparedNow() ? 201 : 200,
                Map.of(HttpHeaders.ETAG, EntityTags.quoted(tag(prepared.stream()))),
                StreamView.of(prepared.stream()));
    }

    private static Response shown(int status, LiveStream stream) {
        return Answers.json(status, StreamView.of(stream)).tag(tag(stream)).build();
    }

    private static String tag(LiveStream stream) {
        return String.valueOf(stream.broadcast().version());
    }
}
