package foyer.web.registration;

import foyer.event.EventId;
import foyer.registration.PaymentStatus;
import foyer.registration.RegistrationQuery;
import foyer.registration.RegistrationState;
import foyer.shared.EmailAddress;
import foyer.shared.Fields;
import foyer.web.answer.Lists;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a list of registrations is narrowed by. */
public class RegistrationFilters {
    @QueryParam("email")
    @Nullable
    String email;

    @QueryParam("paymentStatus")
    @Nullable
    String paymentStatus;

    @QueryParam("state")
    @Nullable
    String state;

    @QueryParam("createdAfter")
    @Nullable
    String createdAfter;

    /** Names the list for cursors: one of another list, or of other filters, is none of this. */
    String listOf(EventId event) {
        return "registrations:" + event.value() + ":" + given();
    }

    /** Of a part of the list. Fails with {@link foyer.shared.ValidationFailed} that names every one that is wrong, and the limit. */
    RegistrationQuery query(EventId event, @Nullable String limit) {
        var fields = Fields.of(given());
        return query(event, fields, Lists.limit(fields, limit));
    }

    /** The same of all of it. */
    RegistrationQuery query(EventId event) {
        return query(event, Fields.of(given()), RegistrationQuery.MOST);
    }

    private RegistrationQuery query(EventId event, Fields fields, int limit) {
        var address = address(fields);
        var paid = fields.choice("paymentStatus", PaymentStatus.class);
        var standing = fields.choice("state", RegistrationState.class);
        var after = moment(fields);
        fields.throwIfRefused();
        return new RegistrationQuery(
                event, address.orElse(null), paid.orElse(null), standing.orElse(null), after.orElse(null), limit, null);
    }

    private Map<String, @Nullable Object> given() {
        var given = new LinkedHashMap<String, @Nullable Object>();
        given.put("email", email);
        given.put("paymentStatus", paymentStatus);
        given.put("state", state);
        given.put("createdAfter", createdAfter);
        return given;
    }

    private static Optional<EmailAddress> address(Fields fields) {
        var text = fields.text("email");
        var address = text.flatMap(EmailAddress::read);
        if (text.isPresent() && address.isEmpty()) {
            fields.refuse("email", "invalid", "This must be an e-mail address such as ada@example.org.");
        }
        return address;
    }

    private static Optional<Instant> moment(Fields fields) {
        return fields.text("createdAfter").flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException malformed) {
                fields.refuse("createdAfter", "invalid", "This must be a time such as 2030-05-01T18:00:00Z.");
                return Optional.empty();
            }
        });
    }
}
