package foyer.web.session;

import foyer.session.Beating;
import foyer.session.Carrying;
import foyer.session.Ending;
import foyer.session.Session;
import foyer.support.Reporting;
import foyer.web.access.KnownViewers;
import foyer.web.answer.Answers;
import foyer.web.body.Submission;
import foyer.web.caller.CarriedSession;
import foyer.web.caller.PagesOfEvent;
import foyer.web.caller.ViewerToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sessions of viewers, who carry their tokens as {@code Authorization: Foyer}. */
@Path("sessions")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SessionsResource {
    @Inject
    Beating beating;

    @Inject
    Ending ending;

    @Inject
    Reporting reporting;

    @Inject
    Carrying carrying;

    @Inject
    CarriedSession carried;

    @Inject
    PagesOfEvent pages;

    @POST
    @Path("{sessionId}/heartbeat")
    public Response beat(
            @PathParam("sessionId") String sessionId,
            Submission submission,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        return Answers.ok(hear(sessionId, submission, request, response)).build();
    }

    /** What a screen that reports is answered. Public, or the proxy calls it by reflection, for each report. */
    public Map<String, Object> hear(
            String sessionId, Submission submission, HttpServletRequest request, HttpServletResponse response) {
        pages.admit(request, response, () -> carried.of(request).map(Session::eventId));
        var session = carrying.session(sessionId, carried.of(request));
        return beating.beat(session, submission.fields()).view();
    }

    /** What happened in the minute before the viewer was told that something is wrong. */
    @POST
    @Path("{sessionId}/support")
    public Response report(
            @PathParam("sessionId") String sessionId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            Submission submission,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        var token = ViewerToken.in(authorization);
        pages.admit(request, response, () -> carrying.eventOf(token));
        reporting.report(sessionId, token, request.getRemoteAddr(), submission.fields());
        return Response.noContent().build();
    }

    @DELETE
    @Path("{sessionId}")
    public Response close(
            @PathParam("sessionId") String sessionId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        var token = ViewerToken.in(authorization);
        pages.admit(request, response, () -> carrying.eventOf(token));
        ending.close(sessionId, token);
        return KnownViewers.forgotten(carrying.eventOf(token));
    }
}
