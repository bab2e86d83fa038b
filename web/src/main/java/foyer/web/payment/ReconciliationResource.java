package foyer.web.payment;

import foyer.payment.reconciliation.Balancing;
import foyer.shared.Fields;
import foyer.web.answer.Answers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The three-way balance of a time: the provider, our payments, and the access given. */
@Path("payments/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "organizer", "analyst"})
@ApplicationScoped
public class ReconciliationResource {
    private static final Duration USUAL = Duration.ofDays(1);

    @Inject
    Balancing balancing;

    @Inject
    Clock clock;

    /** Of the last day where nothing is said. */
    @GET
    public Response balance(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        var fields = Fields.of(Map.of());
        var end = moment(fields, "to", to, clock.instant());
        var begin = moment(fields, "from", from, end.minus(USUAL));
        fields.throwIfRefused();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("from", begin.toString());
        tree.put("to", end.toString());
        tree.putAll(balancing.balance(begin, end).view());
        return Answers.ok(tree).build();
    }

    private static Instant moment(Fields fields, String name, @Nullable String text, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            fields.refuse(name, "invalid", "This must be a time in UTC, such as 2030-05-01T20:00:00Z.");
            return otherwise;
        }
    }
}
