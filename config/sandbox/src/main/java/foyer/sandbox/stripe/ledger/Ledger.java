package foyer.sandbox.stripe.ledger;

import foyer.sandbox.fault.Effect;
import foyer.sandbox.fault.Fault;
import foyer.sandbox.fault.Faults;
import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.Ids;
import foyer.sandbox.stripe.book.Operations;
import foyer.sandbox.stripe.book.Parameters;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.book.Tree;
import foyer.sandbox.stripe.checkout.Counter;
import foyer.sandbox.stripe.payment.Till;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One account at Stripe, without HTTP: calls in, replies out. With a clock and a source of ids of the caller's
 * own it is deterministic. One call at a time is in here, but for delayed ones while they wait.
 */
public final class Ledger {
    private final Object lock = new Object();
    private final Terms terms;
    private final Books books;
    private final Till till;
    private final Counter counter;
    private final Expansion expansion;
    private final Operations operations = new Operations();
    private final Idempotency idempotency = new Idempotency();
    private final RateLimit rateLimit;
    private final Faults faults = new Faults();

    public Ledger(Terms terms, Clock clock, Ids ids) {
        this.terms = terms;
        this.books = new Books(clock, ids, terms.account());
        this.till = new Till(books);
        this.counter = new Counter(books, till, terms.payPage());
        this.rateLimit = new RateLimit(terms.callsASecond());
        this.expansion = new Expansion(books, this::include);
        counter.addTo(operations);
        till.addTo(operations);
        new Events(books).addTo(operations);
        operations.on("accounts.retrieveCurrent", "GET", "/v1/account", (id, given) -> {
            given.end();
            return Account.of(terms.account());
        });
    }

    private @Nullable Object include(Tree object, String key) {
        return object.is("object", "checkout.session") && key.equals("line_items")
                ? counter.lineItems(object.id()).copy()
                : null;
    }

    /** What goes wrong, by the names of operations; the effects are those of the sandbox's switches. */
    public Faults faults() {
        return faults;
    }

    /** Adds calls to those that are imitated here; it may also listen for events. */
    public <T> T extend(BiFunction<Operations, Books, T> extension) {
        return inside(() -> extension.apply(operations, books));
    }

    /** What people do whom no API reaches: shoppers, and banks. */
    public Outside outside() {
        return new Outside(this, books, counter, till);
    }

    /** Answers a call, with its fault if one is switched on for it. */
    public Reply answer(Call call) throws InterruptedException {
        var requestId = inside(() -> books.freshId("req_", 14));
        try {
            var match = operations
                    .find(call.method(), call.path())
                    .orElseThrow(() -> StripeError.unrecognized(call.method(), call.path()));
            return answer(call, match, requestId);
        } catch (StripeError refused) {
            return Reply.of(refused, requestId);
        }
    }

    private Reply answer(Call call, Operations.Match match, String requestId) throws InterruptedException {
        var fault = faults.strike(match.operation().names());
        var early = inside(() -> begin(call, match, fault));
        if (early.isPresent()) {
            return fault.filter(Ledger::losesAnswer).isPresent() ? early.get().lost() : early.get();
        }
        if (fault.isPresent() && fault.get().effect() == Effect.DELAY) {
            terms.pause().pass(fault.get().lateness());
        }
        return inside(() -> finish(call, match, fault, requestId));
    }

    private static boolean losesAnswer(Fault fault) {
        return fault.effect() == Effect.RESET;
    }

    /** Everything that is decided before a call is carried out; empty where it then is. */
    private Optional<Reply> begin(Call call, Operations.Match match, Optional<Fault> fault) {
        if (fault.isPresent() && fault.get().effect() == Effect.BEFORE) {
            throw StripeError.broken();
        }
        var throttled = fault.isPresent() && fault.get().effect() == Effect.THROTTLE;
        if (throttled || !rateLimit.takes(match.operation().name(), books.now())) {
            throw StripeError.tooMany();
        }
        return call.isRepeatable() ? idempotency.begin(key(call), call, books.now()) : Optional.empty();
    }

    private Reply finish(Call call, Operations.Match match, Optional<Fault> fault, String requestId) {
        var reply = carryOut(call, match, requestId);
        var broken = fault.isPresent() && fault.get().effect() == Effect.AFTER && reply.isOk();
        // A 500 of Stripe's is a result like any other: it is what a repetition gets, though it happened.
        var result = broken ? Reply.of(StripeError.broken(), requestId) : reply;
        if (call.isRepeatable() && result.isBegun()) {
            idempotency.keep(key(call), result);
        } else if (call.isRepeatable()) {
            idempotency.forget(key(call));
        }
        return fault.filter(Ledger::losesAnswer).isPresent() ? result.lost() : result;
    }

    private Reply carryOut(Call call, Operations.Match match, String requestId) {
        books.beginCall(requestId, call.idempotencyKey());
        try {
            var object = match.operation().action().run(match.id(), Parameters.of(call.parameters()));
            return Reply.of(expansion.expand(object.copy(), call.parameters()), requestId);
        } catch (StripeError refused) {
            return Reply.of(refused, requestId);
        } finally {
            books.endCall();
        }
    }

    private static String key(Call call) {
        return String.valueOf(call.idempotencyKey());
    }

    /** Lets what is due happen: sessions expire, delayed money comes. Every call does so first. */
    public void catchUp() {
        inside(() -> true);
    }

    /** All events, the oldest first. */
    public List<Tree> events() {
        return inside(() ->
                books.shelf(Events.KIND).oldestFirst().stream().map(Tree::copy).toList());
    }

    /** Whether an object of whatever kind is kept here. */
    public boolean has(String id) {
        return inside(() -> books.find(id).isPresent());
    }

    /** An event itself; only within {@link #inside}. */
    public Optional<Tree> event(String id) {
        return books.shelf(Events.KIND).find(id);
    }

    /** Works on the books while nobody else does, with all that is due done before. */
    public <T> T inside(Supplier<T> work) {
        synchronized (lock) {
            books.catchUp();
            return work.get();
        }
    }
}
