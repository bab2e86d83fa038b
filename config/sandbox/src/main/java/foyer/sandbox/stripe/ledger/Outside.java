package foyer.sandbox.stripe.ledger;

import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.book.Tree;
import foyer.sandbox.stripe.checkout.Counter;
import foyer.sandbox.stripe.checkout.Outcome;
import foyer.sandbox.stripe.payment.Billing;
import foyer.sandbox.stripe.payment.Means;
import foyer.sandbox.stripe.payment.Till;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What happens at Stripe without a call of the shop's: shoppers pay, banks answer, delay, dispute. All answers
 * are copies; all calls fail with a {@link StripeError} where a thing is unknown or not possible now.
 */
public final class Outside {
    private static final List<String> KINDS = List.of(
            "checkout.session",
            "payment_intent",
            "charge",
            "refund",
            "dispute",
            "balance_transaction",
            "product",
            "price");

    private final Ledger ledger;
    private final Books books;
    private final Counter counter;
    private final Till till;

    Outside(Ledger ledger, Books books, Counter counter, Till till) {
        this.ledger = ledger;
        this.books = books;
        this.counter = counter;
        this.till = till;
    }

    /** A session with what it sells, as the pay page shows it. */
    public Tree session(String id) {
        return ledger.inside(() -> counter.session(id)
                .copy()
                .with("line_items", counter.lineItems(id).copy()));
    }

    public Outcome pay(String session, Means means, Billing billing) {
        return ledger.inside(() -> counter.shopper().pay(session, means, billing));
    }

    /** An open session costs something else from now on. */
    public void costs(String session, long amount) {
        ledger.inside(() -> {
            counter.shopper().costs(session, amount);
            return session;
        });
    }

    /** The shopper comes back from the bank's question. */
    public Outcome authenticate(String session, boolean passed) {
        return ledger.inside(() -> counter.shopper().authenticate(session, passed));
    }

    /** A delayed payment comes to its end now. */
    public Tree settle(String session, boolean paid) {
        return ledger.inside(() -> {
            till.payments().settle(intent(session), paid);
            return counter.session(session).copy();
        });
    }

    /** A refund comes to its end now. */
    public Tree finishRefund(String id, boolean succeeded) {
        return ledger.inside(() -> {
            var refund = books.shelf("refund").get(id, "refund");
            till.refunds().finish(refund, succeeded);
            return refund.copy();
        });
    }

    /**
     * The shopper of a session asks the bank for the money back.
     *
     * @param part of it, in Stripe's smallest units; empty: all that is left
     */
    public Tree dispute(String session, String reason, OptionalLong part) {
        return ledger.inside(() -> {
            var charge = intent(session)
                    .textIfAny("latest_charge")
                    .orElseThrow(() -> StripeError.state(null, "Nothing was paid for this session.", "session"));
            return till.disputes()
                    .open(books.shelf("charge").get(charge, "charge"), reason, part)
                    .copy();
        });
    }

    /** The bank decides. */
    public Tree closeDispute(String id, boolean won) {
        return ledger.inside(() -> till.disputes()
                .close(books.shelf("dispute").get(id, "dispute"), won)
                .copy());
    }

    private Tree intent(String session) {
        var id = counter.session(session)
                .textIfAny("payment_intent")
                .orElseThrow(() -> StripeError.state(null, "Nobody has tried to pay this session.", "session"));
        return books.shelf("payment_intent").get(id, "payment_intent");
    }

    /** Everything there is, and what it sums up to in each currency, in Stripe's smallest units. */
    public Tree everything() {
        return ledger.inside(() -> {
            var all = new Tree().with("account", books.account()).with("totals", totals());
            for (var kind : KINDS) {
                all.with(kind, copies(kind));
            }
            return all.with(Events.KIND, copies(Events.KIND));
        });
    }

    private List<Tree> copies(String kind) {
        return books.shelf(kind).oldestFirst().stream().map(Tree::copy).toList();
    }

    private Tree totals() {
        var totals = new Tree();
        var charges = books.shelf("charge").newestFirst(charge -> charge.is("status", "succeeded"));
        var paid = sums(charges, charge -> charge.number("amount"));
        var refunded = sums(charges, charge -> charge.number("amount_refunded"));
        var disputed = sums(
                books.shelf("dispute").newestFirst(dispute -> !dispute.is("status", "won")),
                dispute -> dispute.number("amount"));
        paid.forEach((currency, sum) -> totals.with(
                currency,
                new Tree()
                        .with("paid", sum)
                        .with("refunded", refunded.getOrDefault(currency, 0L))
                        .with("disputed", disputed.getOrDefault(currency, 0L))));
        return totals;
    }

    private static Map<String, Long> sums(List<Tree> objects, Function<Tree, Long> amount) {
        return objects.stream()
                .collect(Collectors.groupingBy(
                        object -> object.text("currency"), Collectors.summingLong(amount::apply)));
    }
}
