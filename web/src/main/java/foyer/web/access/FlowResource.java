package foyer.web.access;

import foyer.access.Returning;
import foyer.edge.ViewerCookies;
import foyer.event.EventId;
import foyer.session.PlaybackTerm;
import foyer.shared.Fields;
import foyer.web.answer.Answers;
import foyer.web.caller.PagesOfEvent;
import foyer.web.caller.ViewerToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way to the video as it stands for whoever asks. */
@Path("events/{eventId}/flow")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class FlowResource {
    @Inject
    Returning returning;

    @Inject
    PagesOfEvent pages;

    @GET
    public Response flow(
            @PathParam("eventId") String eventId,
            @QueryParam("playback") @Nullable String playback,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        var event = EventId.of(eventId);
        pages.admit(request, response, () -> Optional.of(event));
        var cookie = ViewerCookies.of(eventId, request);
        return Answers.ok(returning.flow(event, ViewerToken.in(authorization), cookie, term(playback)))
                .build();
    }

    private static PlaybackTerm term(@Nullable String written) {
        var fields = Fields.of(written == null ? Map.of() : Map.of("playback", written));
        var term = fields.choice("playback", PlaybackTerm.class);
        fields.throwIfRefused();
        return term.orElse(PlaybackTerm.RENEWED);
    }
}
