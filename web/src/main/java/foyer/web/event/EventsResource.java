package foyer.web.event;

import foyer.event.Browsing;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.EventQuery;
import foyer.event.EventState;
import foyer.event.Planning;
import foyer.shared.Fields;
import foyer.web.answer.Answers;
import foyer.web.answer.EntityTags;
import foyer.web.answer.Lists;
import foyer.web.answer.Repeats;
import foyer.web.body.Submission;
import foyer.web.caller.Callers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events, as organisers make them. What the public sees of one is {@link PublicEvents}'s. */
@Path("events")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class EventsResource {
    @Inject
    Browsing browsing;

    @Inject
    Planning planning;

    @Inject
    PublicEvents publicEvents;

    @Inject
    Lists lists;

    @Inject
    Repeats repeats;

    @Inject
    Clock clock;

    @GET
    @RolesAllowed({"admin", "organizer", "analyst"})
    public Response events(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("state") @Nullable String state) {
        var list = state == null ? "events" : "events:" + state;
        var filters = Fields.of(state == null ? Map.of() : Map.of("state", state));
        var wanted = filters.choice("state", EventState.class).orElse(null);
        var most = Lists.limit(filters, limit);
        filters.throwIfRefused();
        var page = browsing.events(new EventQuery(wanted, most, lists.position(list, cursor)));
        var now = clock.instant();
        return Answers.ok(lists.tree(list, page, event -> event.wholeView(now))).build();
    }

    @POST
    @RolesAllowed({"admin", "organizer"})
    public Response create(Submission submission, @Context HttpServletRequest request, @Context UriInfo uri) {
        return repeats.created(request, uri, submission, id -> {
            var event = planning.create(submission.fields(), new EventId(id.value()));
            var now = clock.instant();
            return new Repeats.Created(
                    "events/" + event.id().value(), EntityTags.quoted(event.etagAt(now)), event.wholeView(now));
        });
    }

    /** To the public its side of the event, to operators all of it. */
    @GET
    @Path("{eventId}")
    public Response event(
            @PathParam("eventId") String eventId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Context SecurityContext security) {
        var id = EventId.of(eventId);
        if (security.getUserPrincipal() == null) {
            return publicEvents.answer(id, ifNoneMatch);
        }
        var event = browsing.event(id);
        var tag = EntityTags.quoted(event.etagAt(clock.instant()));
        return EntityTags.held(ifNoneMatch, tag) ? PublicEvents.notModified(tag) : shown(event);
    }

    @PUT
    @Path("{eventId}")
    @RolesAllowed({"admin", "organizer"})
    public Response replace(
            @PathParam("eventId") String eventId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Submission submission) {
        var id = EventId.of(eventId);
        var version =
                EntityTags.expectedVersion(ifMatch, () -> browsing.event(id).version());
        return shown(planning.replace(id, version, submission.fields()));
    }

    @DELETE
    @Path("{eventId}")
    @RolesAllowed({"admin", "organizer"})
    public Response archive(
            @PathParam("eventId") String eventId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context HttpServletRequest request) {
        planning.archive(EventId.of(eventId), EntityTags.meant(ifMatch), Callers.operator(request));
        return Response.noContent().build();
    }

    @POST
    @Path("{eventId}/publish")
    @RolesAllowed({"admin", "organizer"})
    public Response publish(
            @PathParam("eventId") String eventId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return shown(planning.publish(EventId.of(eventId), EntityTags.meant(ifMatch)));
    }

    @POST
    @Path("{eventId}/cancel")
    @RolesAllowed({"admin", "organizer"})
    public Response cancel(
            @PathParam("eventId") String eventId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context HttpServletRequest request) {
        return shown(planning.cancel(EventId.of(eventId), EntityTags.meant(ifMatch), Callers.operator(request)));
    }

    private Response shown(Event event) {
        var now = clock.instant();
        return Answers.ok(event.wholeView(now))
                .header(HttpHeaders.ETAG, EntityTags.quoted(event.etagAt(now)))
                .header(HttpHeaders.VARY, PublicEvents.VARIES)
                .build();
    }
}
