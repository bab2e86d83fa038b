package foyer.sandbox.stripe.webhook;

import foyer.sandbox.http.Json;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.book.Tree;
import foyer.sandbox.stripe.ledger.Ledger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Tells the endpoints of one account what happens there (docs.stripe.com/webhooks). Stripe tries again for
 * hours where an endpoint does not answer 2xx; here it is thrice within half a minute.
 */
public final class Webhooks {
    private static final List<Duration> REPETITIONS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(25));
    private static final int REMEMBERED = 1000;

    private record Notice(String event, String type, Endpoint endpoint, String body) {}

    private final Ledger ledger;
    private final Post post;
    private final Endpoints endpoints;
    private final Deque<Attempt> attempts = new ArrayDeque<>();
    private final List<Notice> held = new ArrayList<>();
    private Mode mode = Mode.NORMAL;
    private int corrupted;

    public Webhooks(Ledger ledger, Post post) {
        this.ledger = ledger;
        this.post = post;
        this.endpoints = ledger.extend((operations, books) -> {
            var kept = new Endpoints(books);
            kept.addTo(operations);
            return kept;
        });
        ledger.extend((operations, books) -> {
            books.listen(this::heard);
            return books;
        });
    }

    public synchronized Mode mode() {
        return mode;
    }

    /** Takes its place at once; what is held back to be reordered goes out first. */
    public synchronized void set(Mode next) {
        release();
        mode = next;
        corrupted = 0;
    }

    /** These and no others. */
    public void replace(List<Endpoint> wanted) {
        ledger.inside(() -> {
            endpoints.clear();
            wanted.forEach(endpoints::add);
            return wanted;
        });
    }

    public List<Endpoint> endpoints() {
        return ledger.inside(endpoints::all);
    }

    /** The latest, the oldest of them first. */
    public synchronized List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** Sends an event once more, whether or not it has arrived, as one can from Stripe's dashboard. */
    public Tree resend(String id) {
        return ledger.inside(() -> {
            var event = ledger.event(id).orElseThrow(() -> StripeError.noSuch("event", id, "id"));
            notices(event).forEach(notice -> post.in(Duration.ZERO, () -> deliver(notice, 1)));
            return event.copy();
        });
    }

    private void heard(Tree event) {
        var wanting = endpoints.wanting(event.text("type"));
        event.with("pending_webhooks", (long) wanting.size());
        notices(event).forEach(this::dispatch);
    }

    private List<Notice> notices(Tree event) {
        var body = new String(Json.write(event), StandardCharsets.UTF_8);
        return endpoints.wanting(event.text("type")).stream()
                .map(endpoint -> new Notice(event.id(), event.text("type"), endpoint, body))
                .toList();
    }

    private synchronized void dispatch(Notice notice) {
        switch (mode.kind()) {
            case OFF -> {}
            case NORMAL, CORRUPT -> post.in(Duration.ZERO, () -> deliver(notice, 1));
            case DELAY -> post.in(mode.lateness(), () -> deliver(notice, 1));
            case DUPLICATE -> {
                for (var copy = 0; copy < mode.times(); copy++) {
                    post.in(Duration.ZERO, () -> deliver(notice, 1));
                }
            }
            case REORDER -> hold(notice);
        }
    }

    private void hold(Notice notice) {
        held.add(notice);
        if (held.size() >= mode.times()) {
            release();
        } else if (held.size() == 1) {
            post.in(mode.lateness(), this::release);
        }
    }

    /** One thread sends them, so that the order is kept which is the wrong one. */
    private synchronized void release() {
        var backwards = new ArrayList<>(held);
        held.clear();
        Collections.reverse(backwards);
        post.in(Duration.ZERO, () -> backwards.forEach(notice -> deliver(notice, 1)));
    }

    private void deliver(Notice notice, int attempt) {
        if (mode().kind() == Mode.Kind.OFF) {
            return;
        }
        var corrupt = takesCorruption();
        var signature = Signature.of(
                notice.body(), endpoints.second(), notice.endpoint().secrets());
        var status = post.send(notice.endpoint(), corrupt ? spoilt(notice.body()) : notice.body(), signature);
        remember(new Attempt(
                notice.event(),
                notice.type(),
                notice.endpoint().address().toString(),
                attempt,
                corrupt,
                status,
                endpoints.now()));
        if (status >= 200 && status < 300) {
            ledger.inside(() -> ledger.event(notice.event())
                    .map(event -> event.with("pending_webhooks", Math.max(0, event.number("pending_webhooks") - 1))));
        } else if (attempt <= REPETITIONS.size()) {
            post.in(REPETITIONS.get(attempt - 1), () -> deliver(notice, attempt + 1));
        }
    }

    private synchronized boolean takesCorruption() {
        var takes = mode.kind() == Mode.Kind.CORRUPT && (mode.times() == 0 || corrupted < mode.times());
        if (takes) {
            corrupted++;
        }
        return takes;
    }

    /** Still JSON, and other bytes than those that were signed. */
    private static String spoilt(String body) {
        return body.substring(0, body.length() - 1) + ",\"corrupted\":true}";
    }

    private synchronized void remember(Attempt attempt) {
        attempts.add(attempt);
        if (attempts.size() > REMEMBERED) {
            attempts.remove();
        }
    }
}
