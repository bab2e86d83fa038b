package foyer.web.media;

import foyer.event.EventId;
import foyer.media.Captioning;
import foyer.media.RecordingId;
import foyer.media.captions.CaptionTrack;
import foyer.media.captions.WebVtt;
import foyer.web.answer.Answers;
import foyer.web.body.Bodies;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A recording's captions, as files of WebVTT. */
@Path("events/{eventId}/video/{recordingId}/captions/{language}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "organizer"})
@ApplicationScoped
public class CaptionsResource {
    @Inject
    Captioning captioning;

    @Inject
    Bodies bodies;

    @PUT
    @Consumes("text/vtt")
    public Response put(
            @PathParam("eventId") String eventId,
            @PathParam("recordingId") String recordingId,
            @PathParam("language") String language,
            @QueryParam("label") @Nullable String label,
            @Context HttpServletRequest call,
            InputStream body) {
        var file = bodies.bytes(call.getRemoteAddr(), body, WebVtt.LARGEST);
        var track = captioning.offer(
                EventId.of(eventId), RecordingId.of(recordingId), language, Optional.ofNullable(label), file);
        return Answers.ok(view(track)).build();
    }

    @DELETE
    public Response delete(
            @PathParam("eventId") String eventId,
            @PathParam("recordingId") String recordingId,
            @PathParam("language") String language) {
        captioning.withdraw(EventId.of(eventId), RecordingId.of(recordingId), language);
        return Response.noContent().build();
    }

    static Map<String, Object> view(CaptionTrack track) {
        var tree = new LinkedHashMap<String, Object>();
        if (!track.language().isEmpty()) {
            tree.put("language", track.language());
        }
        tree.put("label", track.label());
        return tree;
    }
}
