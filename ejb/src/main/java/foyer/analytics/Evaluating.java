package foyer.analytics;

import foyer.event.Browsing;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.media.Lengths;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payments;
import foyer.registration.Registration;
import foyer.registration.RegistrationQuery;
import foyer.registration.Registrations;
import foyer.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells operators what became of an event: who came, what it brought and how well it ran; without addresses. */
@Stateless
@RolesAllowed({"admin", "organizer", "analyst"})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Evaluating {
    private static final int A_PAGE = 200;

    @Inject
    Browsing browsing;

    @Inject
    Tallies tallies;

    @Inject
    Registrations registrations;

    @Inject
    Payments payments;

    @Inject
    Refusals refusals;

    @Inject
    Lengths lengths;

    @Inject
    RecentEvaluations recent;

    @Inject
    Clock clock;

    /**
     * As it was some seconds ago at most, see {@link AnalyticsSettings#fresh}. Fails with {@link foyer.shared.NotFound} for an
     * unknown event.
     */
    public Evaluation evaluate(EventId id) {
        var event = browsing.event(id);
        return recent.of(id, () -> anew(event));
    }

    private Evaluation anew(Event event) {
        var now = clock.instant();
        return new Evaluation(
                event.id(),
                now,
                attendance(event, now),
                revenue(event),
                tallies.of(event.id()),
                new Embedding(refusals.of(event.id()), Set.copyOf(event.allowedOrigins())),
                lengths.of(event).orElse(null));
    }

    private Attendance attendance(Event event, Instant now) {
        var attendance = new Attendance(event.startsAt().getZone());
        var query = RegistrationQuery.all(event.id(), A_PAGE);
        Function<@Nullable String, Page<Registration>> pages = from -> registrations.list(query.from(from));
        forAll(pages, registration -> attendance.add(registration, now));
        return attendance;
    }

    private Revenue revenue(Event event) {
        var revenue = new Revenue();
        event.plan().admission().payment().price().ifPresent(revenue::expect);
        Function<@Nullable String, Page<Payment>> pages = from -> payments.ofEvent(event.id(), A_PAGE, from);
        forAll(pages, revenue::add);
        return revenue;
    }

    private static <T> void forAll(Function<@Nullable String, Page<T>> pages, Consumer<T> each) {
        var page = pages.apply(null);
        page.items().forEach(each);
        while (page.next() != null) {
            page = pages.apply(page.next());
            page.items().forEach(each);
        }
    }
}
