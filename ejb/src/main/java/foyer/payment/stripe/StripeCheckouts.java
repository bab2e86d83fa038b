package foyer.payment.stripe;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.DisputeListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionListParams.Created;
import com.stripe.param.checkout.SessionRetrieveParams;
import foyer.event.Event;
import foyer.mail.LinkSettings;
import foyer.payment.ledger.Checkout;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Seen;
import foyer.payment.provider.CheckoutRefused;
import foyer.payment.provider.Checkouts;
import foyer.payment.provider.KeySpent;
import foyer.registration.Registration;
import foyer.shared.Journal;
import foyer.shared.Money;
import foyer.shared.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Payments by Stripe's Checkout Sessions: each payment of ours is a session of theirs, by its reference. */
final class StripeCheckouts implements Checkouts {
    private static final Journal JOURNAL = Journal.of(StripeCheckouts.class);
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final long A_PAGE = 100;
    private static final int REMEMBERED = 10_000;
    private static final String CHARGE = "payment_intent.latest_charge.refunds";

    private final StripeApi api;
    private final StripeNotices notices;
    private final StripeJournal journal;
    private final boolean live;
    private final String site;
    private final Clock clock;
    /** A paid session's intent never changes, and a refund asks for it just after a look. */
    private final Cache<String, String> intents =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    /** Whose an intent is; of a dispute there is more than one notice. */
    private final Cache<String, Optional<PaymentId>> owners =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private StripeCheckouts(StripeApi api, StripeSettings settings, LinkSettings links, Clock clock) {
        this.api = api;
        this.notices = new StripeNotices(settings.webhookSecrets(), clock);
        this.journal = new StripeJournal(api, this::owner, clock);
        this.live = settings.live();
        this.site = links.site();
        this.clock = clock;
    }

    static Checkouts open(StripeSettings settings, StripeTurnstile turnstile, LinkSettings links, Clock clock) {
        return new StripeCheckouts(new StripeApi(settings, turnstile), settings, links, clock);
    }

    @Override
    public Checkout open(Payment payment, Registration registration, Event event) {
        var order = SessionOrder.of(payment, registration, event, site);
        var key = key(payment, "open");
        try {
            var session = api.call(
                    Endpoint.OPEN, client -> client.v1().checkout().sessions().create(order, key));
            return new Checkout(session.getId(), session.getUrl());
        } catch (CheckoutRefused refusal) {
            // It waited for longer than a session that ends with its hold can: asked for anew, it gets a later end.
            if (StripeFailures.concerns(refusal, "expires_at")
                    && clock.instant().isBefore(payment.payableUntil())) {
                throw new KeySpent(refusal);
            }
            throw refusal;
        }
    }

    @Override
    public Seen look(Payment payment) {
        try {
            return seen(session(payment), payment.id());
        } catch (CheckoutRefused refusal) {
            // Not even of something that Stripe does not know is it said that it is not ours: the key may be a wrong
            // one.
            JOURNAL.alert(
                    "Stripe does not show a checkout of ours.",
                    Map.of("paymentId", payment.id().value()),
                    refusal);
            throw new Unavailable("The payment provider does not know this payment at present.", LATER, refusal);
        }
    }

    @Override
    public void close(Payment payment) {
        var checkout = checkout(payment);
        var key = key(payment, "close");
        try {
            api.call(Endpoint.CLOSE, client -> client.v1().checkout().sessions().expire(checkout, key));
        } catch (CheckoutRefused refusal) {
            if ("open".equals(session(payment).getStatus())) {
                throw refusal;
            }
        }
    }

    @Override
    public boolean has(Money amount) {
        return StripeCurrency.of(amount.currency())
                .filter(known -> known.has(amount.minorUnits()))
                .isPresent();
    }

    @Override
    public void refund(Payment payment, long minorUnits) {
        var currency = StripeCurrency.of(payment.currency())
                .filter(known -> known.has(minorUnits))
                .orElseThrow(() -> new CheckoutRefused("Stripe has no such amount."));
        var order = RefundCreateParams.builder()
                .setPaymentIntent(intent(payment))
                .setAmount(currency.inStripesUnits(minorUnits))
                .putAllMetadata(PaymentMark.of(payment))
                .build();
        // Without the sum: of two that know of the same refunds, and one of them of an order more, only one is sent.
        var key = key(payment, "refund-" + payment.seen().ours());
        api.call(Endpoint.REFUND, client -> client.v1().refunds().create(order, key));
    }

    @Override
    public Optional<PaymentId> read(byte[] notice, @Nullable String signature) {
        return notices.read(notice, signature).flatMap(this::owner);
    }

    @Override
    public Heard heardSince(@Nullable String place) {
        return journal.since(place);
    }

    @Override
    public Statement statement(Instant from, Instant to, @Nullable String position) {
        var wanted = SessionListParams.builder()
                .setLimit(A_PAGE)
                .setCreated(Created.builder()
                        .setGte(from.getEpochSecond())
                        .setLt(to.getEpochSecond())
                        .build())
                .addExpand("data." + CHARGE);
        if (position != null) {
            wanted.setStartingAfter(position);
        }
        var page = api.call(
                Endpoint.SESSIONS, client -> client.v1().checkout().sessions().list(wanted.build()));
        var sessions = page.getData();
        return new Statement(
                sessions.stream().flatMap(session -> entry(session).stream()).toList(),
                page.getHasMore() ? sessions.get(sessions.size() - 1).getId() : null);
    }

    @Override
    public Line line() {
        return api.line(Endpoint.OPEN);
    }

    @Override
    public Duration pace() {
        return api.pace();
    }

    // What another shop in the same account sells, or only sets up, may be of any kind: no more of it is read.
    private Optional<Entry> entry(Session session) {
        return StripeSeen.payment(session).map(payment -> new Entry(session.getId(), payment, seen(session, null)));
    }

    private Seen seen(Session session, @Nullable PaymentId expected) {
        var charge = Optional.ofNullable(session.getPaymentIntentObject())
                .flatMap(intent -> Optional.ofNullable(intent.getLatestChargeObject()));
        return StripeSeen.of(
                session,
                charge.map(this::refunds).orElse(List.of()),
                charge.filter(known -> Boolean.TRUE.equals(known.getDisputed()))
                        .map(this::disputes)
                        .orElse(List.of()),
                live,
                expected);
    }

    private Session session(Payment payment) {
        var checkout = checkout(payment);
        var wanted = SessionRetrieveParams.builder().addExpand(CHARGE).build();
        var session = api.call(
                Endpoint.LOOK, client -> client.v1().checkout().sessions().retrieve(checkout, wanted));
        if (session.getPaymentIntent() != null) {
            intents.put(checkout, session.getPaymentIntent());
        }
        return session;
    }

    private String intent(Payment payment) {
        var known = intents.getIfPresent(checkout(payment));
        var intent = known == null ? session(payment).getPaymentIntent() : known;
        if (intent == null) {
            throw new CheckoutRefused("Nobody has paid this.");
        }
        return intent;
    }

    /** All there are: those that came with the charge, unless there are more. */
    private List<Refund> refunds(Charge charge) {
        var shown = charge.getRefunds();
        if (shown != null && !shown.getHasMore()) {
            return shown.getData();
        }
        var all = new ArrayList<Refund>();
        StripeCollection<Refund> page;
        do {
            var wanted = RefundListParams.builder().setCharge(charge.getId()).setLimit(A_PAGE);
            if (!all.isEmpty()) {
                wanted.setStartingAfter(all.get(all.size() - 1).getId());
            }
            page = api.call(Endpoint.REFUNDS, client -> client.v1().refunds().list(wanted.build()));
            all.addAll(page.getData());
        } while (page.getHasMore());
        return all;
    }

    private List<Dispute> disputes(Charge charge) {
        var wanted = DisputeListParams.builder()
                .setCharge(charge.getId())
                .setLimit(A_PAGE)
                .build();
        return api.call(Endpoint.DISPUTES, client -> client.v1().disputes().list(wanted))
                .getData();
    }

    /**
     * Whose an object of Stripe's is. A dispute, and a refund that was not ordered by us, carry no mark of ours: their intent
     * does.
     */
    private Optional<PaymentId> owner(Map<?, ?> object) {
        var marked = PaymentMark.read(object.get("client_reference_id"), object.get("metadata"));
        var unmarked = "dispute".equals(object.get("object")) || "refund".equals(object.get("object"));
        return marked.isEmpty() && unmarked && object.get("payment_intent") instanceof String intent
                ? Optional.ofNullable(owners.get(intent, this::ownerOf)).flatMap(known -> known)
                : marked;
    }

    private Optional<PaymentId> ownerOf(String intent) {
        try {
            var found = api.call(
                    Endpoint.INTENT, client -> client.v1().paymentIntents().retrieve(intent));
            return PaymentMark.read(null, found.getMetadata());
        } catch (CheckoutRefused refusal) {
            if (StripeFailures.unknown(refusal)) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private static String checkout(Payment payment) {
        return payment.atProvider().map(Checkout::id).orElseThrow();
    }

    /** Derived from what is stored, so that whoever asks for the same again gets the same answer. */
    private static RequestOptions key(Payment payment, String verb) {
        return RequestOptions.builder()
                .setIdempotencyKey("foyer-" + payment.id().value() + "-" + verb + "-" + payment.tries())
                .build();
    }
}
