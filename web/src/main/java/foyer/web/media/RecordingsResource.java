package foyer.web.media;

import foyer.event.EventId;
import foyer.media.Captioning;
import foyer.media.KeepingRecordings;
import foyer.media.Recording;
import foyer.media.RecordingId;
import foyer.media.Uploading;
import foyer.shared.Page;
import foyer.web.answer.Answers;
import foyer.web.answer.EntityTags;
import foyer.web.answer.Lists;
import foyer.web.answer.Locations;
import foyer.web.answer.Repeats;
import foyer.web.body.Submission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;

/** An event's recordings, from the upload to what plays. */
@Path("events/{eventId}/video")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "organizer"})
@ApplicationScoped
public class RecordingsResource {
    @Inject
    Uploading uploading;

    @Inject
    KeepingRecordings keeping;

    @Inject
    Captioning captioning;

    @Inject
    Lists lists;

    @Inject
    Locations locations;

    @Inject
    Repeats repeats;

    @POST
    public Response begin(
            @PathParam("eventId") String eventId,
            Submission submission,
            @Context HttpServletRequest request,
            @Context UriInfo uri) {
        var event = EventId.of(eventId);
        return repeats.created(request, uri, submission, id -> {
            var begun = uploading.begin(event, submission.fields(), new RecordingId(id.value()));
            var path = "events/" + event.value() + "/video/" + begun.id().value();
            return new Repeats.Created(path, tag(begun), view(begun, uri));
        });
    }

    /** All of them: an event has a hundred at most. */
    @GET
    public Response recordings(@PathParam("eventId") String eventId) {
        var all = new Page<>(keeping.recordings(EventId.of(eventId)), null);
        return Answers.ok(lists.tree("video", all, each -> RecordingView.of(each, keeping.playback(each))))
                .build();
    }

    /** How it stands, and while it is uploaded which parts have come and where the others go. */
    @GET
    @Path("{recordingId}")
    public Response recording(
            @PathParam("eventId") String eventId, @PathParam("recordingId") String recordingId, @Context UriInfo uri) {
        return shown(keeping.recording(EventId.of(eventId), RecordingId.of(recordingId)), uri);
    }

    @POST
    @Path("{recordingId}/complete")
    public Response complete(
            @PathParam("eventId") String eventId, @PathParam("recordingId") String recordingId, @Context UriInfo uri) {
        return shown(uploading.complete(EventId.of(eventId), RecordingId.of(recordingId)), uri);
    }

    @DELETE
    @Path("{recordingId}")
    public Response delete(@PathParam("eventId") String eventId, @PathParam("recordingId") String recordingId) {
        keeping.delete(EventId.of(eventId), RecordingId.of(recordingId));
        return Response.noContent().build();
    }

    private Response shown(Recording recording, UriInfo uri) {
        return Answers.ok(view(recording, uri))
                .tag(String.valueOf(recording.version()))
                .build();
    }

    private Map<String, Object> view(Recording recording, UriInfo uri) {
        return RecordingView.withParts(
                recording,
                uploading.parts(recording),
                keeping.playback(recording),
                captioning.captions(recording),
                address -> absolute(address, uri));
    }

    private String absolute(String address, UriInfo uri) {
        return URI.create(address).isAbsolute()
                ? address
                : locations.of(address, uri).toString();
    }

    private static String tag(Recording recording) {
        return EntityTags.quoted(String.valueOf(recording.version()));
    }
}
