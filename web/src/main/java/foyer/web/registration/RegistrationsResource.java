package foyer.web.registration;

import foyer.access.Joining;
import foyer.access.Resending;
import foyer.access.Returning;
import foyer.access.Withdrawing;
import foyer.event.EventId;
import foyer.payment.checkout.Taken;
import foyer.payment.refund.Refunding;
import foyer.registration.Attending;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.session.Carrying;
import foyer.shared.Forbidden;
import foyer.traffic.Answer;
import foyer.web.access.KnownViewers;
import foyer.web.answer.Answers;
import foyer.web.answer.EntityTags;
import foyer.web.answer.Repeats;
import foyer.web.body.Submission;
import foyer.web.caller.Callers;
import foyer.web.caller.PagesOfEvent;
import foyer.web.caller.ViewerToken;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Registrations one by one: made by anybody, seen and ended by their own viewer and by operators. */
@Path("registrations")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RegistrationsResource {
    // Registrations are not replaced, so that nobody asks for another tag of one.
    private static final String TAG = EntityTags.quoted("1");

    @Inject
    Joining joining;

    @Inject
    Attending attending;

    @Inject
    Refunding refunding;

    @Inject
    Returning returning;

    @Inject
    Withdrawing withdrawing;

    @Inject
    Resending resending;

    @Inject
    Carrying carrying;

    @Inject
    PagesOfEvent pages;

    @Inject
    Repeats repeats;

    @Inject
    KnownViewers viewers;

    @Inject
    Clock clock;

    /** A second one of an address is answered as a first one. */
    @POST
    public Response register(
            Submission submission,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response,
            @Context UriInfo uri) {
        var fields = submission.fields();
        fields.require("eventId");
        var event = fields.text("eventId");
        fields.throwIfRefused();
        pages.admit(request, response, () -> Optional.of(EventId.of(event.orElse(""))));
        return repeats.created(request, uri, submission, id -> {
            var joined = joining.join(submission.fields(), id, request.getRemoteAddr());
            return new Repeats.Created(
                    "registrations/" + id.value(), TAG, viewers.headers(joined.letIn()), joined.view(clock.instant()));
        });
    }

    @GET
    @Path("{registrationId}")
    public Response registration(
            @PathParam("registrationId") String registrationId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response,
            @Context SecurityContext security) {
        var id = RegistrationId.of(registrationId);
        return !organizes(security)
                ? Answers.ok(returning.registration(id, viewersToken(authorization, request, response)))
                        .build()
                : shown(attending.registration(id));
    }

    @DELETE
    @Path("{registrationId}")
    public Response withdraw(
            @PathParam("registrationId") String registrationId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response,
            @Context SecurityContext security) {
        var id = RegistrationId.of(registrationId);
        if (organizes(security)) {
            withdrawing.revoke(id, Callers.operator(request));
            return Response.noContent().build();
        }
        var left = withdrawing.withdraw(id, viewersToken(authorization, request, response));
        return KnownViewers.forgotten(Optional.of(left.event()));
    }

    @POST
    @Path("{registrationId}/approve")
    @RolesAllowed({"admin", "organizer"})
    public Response approve(@PathParam("registrationId") String registrationId) {
        return shown(attending.approve(RegistrationId.of(registrationId)));
    }

    @POST
    @Path("{registrationId}/revoke")
    @RolesAllowed({"admin", "organizer"})
    public Response revoke(@PathParam("registrationId") String registrationId, @Context HttpServletRequest request) {
        return Answers.ok(withdrawing.revoke(RegistrationId.of(registrationId), Callers.operator(request)))
                .build();
    }

    /** Gives back a part of what was paid, or all that is left, which ends the right to watch. */
    @POST
    @Path("{registrationId}/refund")
    @RolesAllowed({"admin", "organizer"})
    public Response refund(
            @PathParam("registrationId") String registrationId,
            Submission submission,
            @Context HttpServletRequest request) {
        var id = RegistrationId.of(registrationId);
        var fields = submission.fields();
        var amount = fields.wholeNumber("amount");
        fields.refuseUnknown();
        fields.throwIfRefused();
        return Answers.of(repeats.once(request, "registrations/" + registrationId + "/refund", submission, order -> {
            var payment = refunding.refund(id, amount, order.value(), Callers.operator(request));
            var tree =
                    new LinkedHashMap<String, Object>(attending.registration(id).view(clock.instant()));
            tree.put("payment", Taken.again(payment).operatorsView());
            return new Answer(200, Map.of(), tree);
        }));
    }

    @POST
    @Path("{registrationId}/resend")
    public Response resend(
            @PathParam("registrationId") String registrationId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response,
            @Context SecurityContext security) {
        var id = RegistrationId.of(registrationId);
        if (!organizes(security)) {
            resending.resend(id, viewersToken(authorization, request, response), request.getRemoteAddr());
        } else {
            resending.resend(id);
        }
        return Answers.json(202, Map.of()).build();
    }

    /** What a viewer carries, once it is known that they call from a page that may. */
    private @Nullable String viewersToken(
            @Nullable String authorization, HttpServletRequest request, HttpServletResponse response) {
        var token = ViewerToken.in(authorization);
        pages.admit(request, response, () -> carrying.eventOf(token));
        return token;
    }

    /** Fails for operators of other roles: these see no addresses. */
    private static boolean organizes(SecurityContext security) {
        if (security.getUserPrincipal() == null) {
            return false;
        }
        if (!security.isUserInRole("admin") && !security.isUserInRole("organizer")) {
            throw new Forbidden("Your role sees no registrations.");
        }
        return true;
    }

    private Response shown(Registration registration) {
        return Answers.ok(registration.view(clock.instant())).build();
    }
}
