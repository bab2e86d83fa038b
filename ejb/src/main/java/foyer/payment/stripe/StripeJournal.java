package foyer.payment.stripe;

import com.stripe.model.Event;
import com.stripe.model.StripeCollection;
import com.stripe.param.EventListParams;
import com.stripe.param.EventListParams.Created;
import foyer.payment.ledger.PaymentId;
import foyer.payment.provider.CheckoutRefused;
import foyer.payment.provider.Checkouts.Heard;
import foyer.shared.JsonText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads Stripe's list of events forwards. A place in it is the second and the id of an event; the second alone where there was
 * none yet.
 *
 * @see <a href="https://docs.stripe.com/api/events/list">List all events</a>
 */
final class StripeJournal {
    private static final long A_PAGE = 100;
    private static final Duration A_DAY = Duration.ofDays(1);
    /** Stripe keeps events for thirty days. */
    private static final Duration KEPT = Duration.ofDays(29);
    /** So long another event may still come to stand before one that is listed; it is read again. */
    private static final Duration UNSETTLED = Duration.ofSeconds(5);
    /** No clock of ours is wrong by as much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private static final List<String> TYPES = List.of(
            "checkout.session.completed",
            "checkout.session.expired",
            "checkout.session.async_payment_succeeded",
            "checkout.session.async_payment_failed",
            "charge.refunded",
            "charge.refund.updated",
            "refund.updated",
            "refund.failed",
            "charge.dispute.created",
            "charge.dispute.updated",
            "charge.dispute.funds_withdrawn",
            "charge.dispute.funds_reinstated",
            "charge.dispute.closed");

    private final StripeApi api;
    private final Function<Map<?, ?>, Optional<PaymentId>> owner;
    private final Clock clock;

    /** @param owner whose payment an object is about */
    StripeJournal(StripeApi api, Function<Map<?, ?>, Optional<PaymentId>> owner, Clock clock) {
        this.api = api;
        this.owner = owner;
        this.clock = clock;
    }

    Heard since(@Nullable String place) {
        if (place == null) {
            return new Heard(Set.of(), latest(), false, false);
        }
        var words = place.split(" ", 2);
        var second = Instant.ofEpochSecond(Long.parseLong(words[0]));
        if (second.isBefore(clock.instant().minus(KEPT))) {
            return gap();
        }
        try {
            return words.length == 1 ? fromSecond(place, second) : after(place, words[1]);
        } catch (CheckoutRefused refusal) {
            if (StripeFailures.unknown(refusal)) {
                return gap();
            }
            throw refusal;
        }
    }

    private Heard gap() {
        return new Heard(Set.of(), latest(), false, true);
    }

    // An event that Stripe soon keeps no more would be a gap again at each look, until another comes. Where the newest
    // is as old as that, nothing happened of late: to read from yesterday on leaves nothing out, whatever the clocks.
    private String latest() {
        var now = clock.instant();
        var old = now.minus(KEPT.minus(A_DAY)).getEpochSecond();
        return list(EventListParams.builder().setLimit(1L)).getData().stream()
                .filter(event -> event.getCreated() > old)
                .findFirst()
                .map(StripeJournal::place)
                .orElseGet(() -> Long.toString(now.minus(A_DAY).getEpochSecond()));
    }

    private Heard after(String place, String event) {
        var page = list(EventListParams.builder().setLimit(A_PAGE).setEndingBefore(event));
        var events = new ArrayList<>(page.getData());
        // Of so many within seconds none may be settled: there is no place among them to go on from.
        while (page.getHasMore() && settled(events).isEmpty()) {
            var newest = events.get(0).getId();
            page = list(EventListParams.builder().setLimit(A_PAGE).setEndingBefore(newest));
            events.addAll(0, page.getData());
        }
        return heard(events, settled(events).orElse(place), page.getHasMore());
    }

    private Heard fromSecond(String place, Instant second) {
        var since = Created.builder().setGte(second.getEpochSecond()).build();
        var page = list(EventListParams.builder().setLimit(A_PAGE).setCreated(since));
        var events = new ArrayList<>(page.getData());
        while (page.getHasMore()) {
            var last = events.get(events.size() - 1).getId();
            page = list(
                    EventListParams.builder().setLimit(A_PAGE).setCreated(since).setStartingAfter(last));
            events.addAll(page.getData());
        }
        return heard(events, settled(events).orElse(place), false);
    }

    private Heard heard(List<Event> events, String next, boolean more) {
        var payments = new LinkedHashSet<PaymentId>();
        for (var event : events) {
            object(event).flatMap(owner).ifPresent(payments::add);
        }
        return new Heard(payments, next, more, false);
    }

    private StripeCollection<Event> list(EventListParams.Builder wanted) {
        var parameters = wanted.addAllType(TYPES).build();
        return api.call(Endpoint.EVENTS, client -> client.v1().events().list(parameters));
    }

    private static Optional<Map<?, ?>> object(Event event) {
        return JsonText.read(event.getDataObjectDeserializer().getRawJson()) instanceof Map<?, ?> object
                ? Optional.of(object)
                : Optional.empty();
    }

    /**
     * The newest before which no other will come to stand; the list is the newest first. That goes by Stripe's time, which is
     * not before its newest event's; by our clock, which may be fast, only once it is out of doubt.
     */
    private Optional<String> settled(List<Event> events) {
        var surely = clock.instant().minus(CLOCKS_DIFFER).getEpochSecond();
        var there = events.stream().mapToLong(Event::getCreated).max().orElse(surely);
        var latest = Math.max(there, surely) - UNSETTLED.toSeconds();
        return events.stream()
                .filter(event -> event.getCreated() <= latest)
                .findFirst()
                .map(StripeJournal::place);
    }

    private static String place(Event event) {
        return event.getCreated() + " " + event.getId();
    }
}
