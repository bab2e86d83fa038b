package foyer.sandbox.stripe.payment;

import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.Tree;
import java.util.List;

/**
 * What moved on the account's balance (docs.stripe.com/api/balance_transactions). The money is kept in the
 * currency it came in, and Stripe's fee is invented: 1.5 % and 25 units.
 */
final class Balance {
    private final Books books;

    Balance(Books books) {
        this.books = books;
    }

    /** @param amount negative where money leaves */
    Tree move(String type, String source, long amount, String currency) {
        var fee = type.equals("charge") ? amount * 15 / 1000 + 25 : 0;
        return book(type, source, amount, fee, currency);
    }

    /** Stripe keeps the money and a fee while a dispute is open. */
    Tree withdraw(String dispute, long amount, String currency) {
        return book("adjustment", dispute, -amount, 1500, currency);
    }

    private Tree book(String type, String source, long amount, long fee, String currency) {
        var transaction = new Tree()
                .with("id", books.freshId("txn_"))
                .with("object", "balance_transaction")
                .with("amount", amount)
                .with("available_on", books.second())
                .with("balance_type", "payments")
                .with("created", books.second())
                .with("currency", currency)
                .withNull("description", "exchange_rate")
                .with("fee", fee)
                .with("fee_details", fee == 0 ? List.of() : List.of(detail(fee, currency)))
                .with("net", amount - fee)
                .with("reporting_category", type.equals("adjustment") ? "dispute" : type)
                .with("source", source)
                .with("status", "available")
                .with("type", type);
        return books.shelf("balance_transaction").add(transaction);
    }

    private static Tree detail(long fee, String currency) {
        return new Tree()
                .with("amount", fee)
                .withNull("application")
                .with("currency", currency)
                .with("description", "Stripe processing fees")
                .with("type", "stripe_fee");
    }
}
