package foyer.web.payment;

import foyer.event.Browsing;
import foyer.event.EventId;
import foyer.payment.refund.Refunding;
import foyer.web.answer.Answers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** How far the money of an event's payers has gone back, as after it was cancelled. */
@Path("events/{eventId}/refunds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "organizer", "analyst"})
@ApplicationScoped
public class RefundsResource {
    @Inject
    Browsing browsing;

    @Inject
    Refunding refunding;

    @GET
    public Response refunds(@PathParam("eventId") String eventId) {
        var event = browsing.event(EventId.of(eventId)).id();
        return Answers.ok(refunding.returns(event).view()).build();
    }
}
