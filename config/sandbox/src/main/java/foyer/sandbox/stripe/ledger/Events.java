package foyer.sandbox.stripe.ledger;

import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.Listing;
import foyer.sandbox.stripe.book.Operations;
import foyer.sandbox.stripe.book.Parameters;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.book.Tree;
import java.time.Duration;

/** What happened, for thirty days (docs.stripe.com/api/events/list). */
final class Events {
    static final String KIND = "event";

    private static final Duration LISTED = Duration.ofDays(30);
    private static final int MOST_TYPES = 20;

    private final Books books;

    Events(Books books) {
        this.books = books;
    }

    void addTo(Operations operations) {
        operations
                .on("events.list", "GET", "/v1/events", (id, given) -> list(given))
                .on("events.retrieve", "GET", "/v1/events/{id}", (id, given) -> {
                    given.end();
                    var event = books.shelf(KIND).get(id, "id");
                    if (!isListed(event)) {
                        throw StripeError.noSuch(KIND, id, "id");
                    }
                    return event;
                });
    }

    private Tree list(Parameters given) {
        var types = given.texts("types");
        if (types.size() > MOST_TYPES) {
            throw StripeError.invalid(null, "Array types exceeded maximum 20 allowed elements.", "types");
        }
        var type = given.text("type");
        var delivered = given.word("delivery_success", "true", "false");
        return Listing.by(given)
                .and(this::isListed)
                .and(event -> types.isEmpty() || types.contains(event.text("type")))
                .and(event -> type.isEmpty() || fits(type.get(), event.text("type")))
                .and(event -> delivered.isEmpty()
                        || delivered.get().equals(Boolean.toString(event.number("pending_webhooks") == 0)))
                .of(books.shelf(KIND), "/v1/events");
    }

    private boolean isListed(Tree event) {
        return event.number("created") >= books.now().minus(LISTED).getEpochSecond();
    }

    private static boolean fits(String wanted, String type) {
        return wanted.endsWith("*") ? type.startsWith(wanted.substring(0, wanted.length() - 1)) : wanted.equals(type);
    }
}
