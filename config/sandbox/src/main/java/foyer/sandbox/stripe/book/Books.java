package foyer.sandbox.stripe.book;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything one account has at Stripe. Its caller sees to it that one thread is in here at a time. */
public final class Books {
    /** The version of Stripe's API whose shapes are imitated, as dated by Stripe. */
    public static final String API_VERSION = "2026-07-29.dahlia";

    private final Clock clock;
    private final Ids ids;
    private final String account;
    private final Map<String, Shelf> shelves = new LinkedHashMap<>();
    private final Agenda agenda = new Agenda();
    private final List<Consumer<Tree>> listeners = new ArrayList<>();
    private Tree request = nobody();

    public Books(Clock clock, Ids ids, String account) {
        this.clock = clock;
        this.ids = ids;
        this.account = account;
    }

    public String account() {
        return account;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Epoch seconds, as all of Stripe's times are. */
    public long second() {
        return now().getEpochSecond();
    }

    public String freshId(String prefix) {
        return ids.fresh(prefix);
    }

    public String freshId(String prefix, int length) {
        return ids.fresh(prefix, length);
    }

    /** @param kind Stripe's word for it, as in {@code object} */
    public Shelf shelf(String kind) {
        return shelves.computeIfAbsent(kind, Shelf::new);
    }

    /** An object of whatever kind. */
    public Optional<Tree> find(String id) {
        return shelves.values().stream()
                .flatMap(shelf -> shelf.find(id).stream())
                .findFirst();
    }

    public void at(Instant time, Runnable work) {
        agenda.add(time, work);
    }

    public void in(Duration time, Runnable work) {
        agenda.add(now().plus(time), work);
    }

    /** Does what the time has come for; nobody called for it, so its events name no request. */
    public void catchUp() {
        endCall();
        agenda.doUntil(now());
    }

    /** From here on events name this request as their reason. */
    public void beginCall(String requestId, @Nullable String idempotencyKey) {
        request = new Tree().with("id", requestId).with("idempotency_key", idempotencyKey);
    }

    public void endCall() {
        request = nobody();
    }

    private static Tree nobody() {
        return new Tree().withNull("id", "idempotency_key");
    }

    /** Hears of every event as it happens, and may count in it who else is to hear. */
    public void listen(Consumer<Tree> listener) {
        listeners.add(listener);
    }

    /** Tells that something happened to an object: the event keeps it as it is now (docs.stripe.com/api/events). */
    public void tell(String type, Tree object) {
        var event = new Tree()
                .with("id", ids.fresh("evt_"))
                .with("object", "event")
                .with("api_version", API_VERSION)
                .with("created", second())
                .with("data", new Tree().with("object", object.copy()))
                .with("livemode", false)
                .with("pending_webhooks", 0L)
                .with("request", request.copy())
                .with("type", type);
        shelf("event").add(event);
        listeners.forEach(listener -> listener.accept(event));
    }
}
