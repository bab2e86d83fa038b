package foyer.web.payment;

import foyer.payment.settlement.Hearing;
import foyer.traffic.Limits;
import foyer.traffic.NetworkAddress;
import foyer.web.answer.Answers;
import foyer.web.body.Bodies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Stripe sends its notices: answered as soon as it is durable that their payment has to be looked at, or that they are
 * none of ours, so that nobody sends them again.
 *
 * @see <a href="https://docs.stripe.com/webhooks">Stripe's page on webhooks</a>
 */
@Path("webhooks/stripe")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class NoticesResource {
    private static final int LARGEST = 1_000_000;

    @Inject
    Hearing hearing;

    @Inject
    Bodies bodies;

    @Inject
    Limits limits;

    /** The signature is over the body to the byte, so that nothing reads it before. */
    @POST
    public Response hear(
            @HeaderParam("Stripe-Signature") @Nullable String signature,
            @Context HttpServletRequest call,
            InputStream body) {
        hearing.hear(bodies.bytes(call.getRemoteAddr(), body, LARGEST), signature);
        // What Stripe has signed is wanted, however much there is of it: a cancelled event is thousands.
        limits.giveBack(Limits.ADDRESS, NetworkAddress.of(call.getRemoteAddr()));
        return Answers.ok(Map.of("received", true)).build();
    }
}
