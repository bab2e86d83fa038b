package foyer.sandbox.stripe.checkout;

import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.Listing;
import foyer.sandbox.stripe.book.Operations;
import foyer.sandbox.stripe.book.Parameters;
import foyer.sandbox.stripe.book.Tree;
import foyer.sandbox.stripe.payment.Till;

/** Everything about selling: sessions, products and prices, and the calls for them. */
public final class Counter {
    private static final String SESSIONS = "/v1/checkout/sessions";

    private final Books books;
    private final Catalog catalog;
    private final Sessions sessions;
    private final Shopper shopper;

    /** @param payPage the address before a session's id */
    public Counter(Books books, Till till, String payPage) {
        this.books = books;
        this.catalog = new Catalog(books);
        this.sessions = new Sessions(books, catalog, payPage);
        this.shopper = new Shopper(books, sessions, till.payments());
    }

    public Shopper shopper() {
        return shopper;
    }

    public Tree session(String id) {
        return sessions.get(id);
    }

    /** What a session sells, as a list of Stripe's. */
    public Tree lineItems(String id) {
        return sessions.lineItems(id, Parameters.none());
    }

    public void addTo(Operations operations) {
        operations
                .on("checkout.sessions.create", "POST", SESSIONS, (id, given) -> sessions.create(given))
                .on("checkout.sessions.list", "GET", SESSIONS, (id, given) -> sessions.list(given))
                .on("checkout.sessions.retrieve", "GET", SESSIONS + "/{session}", (id, given) -> {
                    given.end();
                    return sessions.get(id);
                })
                .on("checkout.sessions.update", "POST", SESSIONS + "/{session}", sessions::update)
                .on("checkout.sessions.expire", "POST", SESSIONS + "/{session}/expire", sessions::expire)
                .on(
                        "checkout.sessions.line_items.list",
                        "GET",
                        SESSIONS + "/{session}/line_items",
                        sessions::lineItems);
        addCatalogTo(operations);
    }

    private void addCatalogTo(Operations operations) {
        operations
                .on("products.create", "POST", "/v1/products", (id, given) -> catalog.createProduct(given))
                .on("products.retrieve", "GET", "/v1/products/{id}", (id, given) -> {
                    given.end();
                    return books.shelf(Catalog.PRODUCT).get(id, "id");
                })
                .on(
                        "products.list",
                        "GET",
                        "/v1/products",
                        (id, given) -> Listing.by(given)
                                .and("active")
                                .and("url")
                                .of(books.shelf(Catalog.PRODUCT), "/v1/products"))
                .on("products.update", "POST", "/v1/products/{id}", catalog::updateProduct)
                .on("products.delete", "DELETE", "/v1/products/{id}", (id, given) -> catalog.deleteProduct(id))
                .on("prices.create", "POST", "/v1/prices", (id, given) -> catalog.createPrice(given))
                .on("prices.retrieve", "GET", "/v1/prices/{price}", (id, given) -> {
                    given.end();
                    return books.shelf(Catalog.PRICE).get(id, "price");
                })
                .on(
                        "prices.list",
                        "GET",
                        "/v1/prices",
                        (id, given) -> Listing.by(given)
                                .and("active")
                                .and("currency")
                                .and(Catalog.PRODUCT)
                                .and("type")
                                .of(books.shelf(Catalog.PRICE), "/v1/prices"))
                .on("prices.update", "POST", "/v1/prices/{price}", catalog::updatePrice);
    }
}
