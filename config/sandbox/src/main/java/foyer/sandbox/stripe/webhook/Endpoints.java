package foyer.sandbox.stripe.webhook;

import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.Listing;
import foyer.sandbox.stripe.book.Operations;
import foyer.sandbox.stripe.book.Parameters;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.book.Tree;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The endpoints of one account, also by Stripe's own calls (docs.stripe.com/api/webhook_endpoints). */
final class Endpoints {
    private static final String KIND = "webhook_endpoint";
    private static final String PATH = "/v1/webhook_endpoints";

    private final Books books;
    private final Map<String, List<String>> secrets = new HashMap<>();

    Endpoints(Books books) {
        this.books = books;
    }

    Instant now() {
        return books.now();
    }

    long second() {
        return books.second();
    }

    void addTo(Operations operations) {
        operations
                .on("webhook_endpoints.create", "POST", PATH, (id, given) -> create(given))
                .on(
                        "webhook_endpoints.list",
                        "GET",
                        PATH,
                        (id, given) -> Listing.by(given).of(books.shelf(KIND), PATH))
                .on("webhook_endpoints.retrieve", "GET", PATH + "/{webhook_endpoint}", (id, given) -> {
                    given.end();
                    return books.shelf(KIND).get(id, KIND);
                })
                .on("webhook_endpoints.update", "POST", PATH + "/{webhook_endpoint}", this::update)
                .on("webhook_endpoints.delete", "DELETE", PATH + "/{webhook_endpoint}", (id, given) -> {
                    books.shelf(KIND).remove(books.shelf(KIND).get(id, KIND));
                    return new Tree().with("id", id).with("object", KIND).with("deleted", true);
                });
    }

    private Tree create(Parameters given) {
        var url = given.requiredText("url");
        var types = given.texts("enabled_events");
        var description = given.text("description").orElse(null);
        var metadata = given.metadata();
        given.ignore("api_version", "connect").end();
        if (types.isEmpty()) {
            throw StripeError.missing("enabled_events");
        }
        var secret = books.freshId("whsec_", 32);
        var endpoint = add(new Endpoint(address(url), List.of(secret), types))
                .with("description", description)
                .with("metadata", metadata);
        // Told this once, as by Stripe.
        return endpoint.copy().with("secret", secret);
    }

    Tree add(Endpoint endpoint) {
        var tree = new Tree()
                .with("id", books.freshId("we_"))
                .with("object", KIND)
                .with("api_version", Books.API_VERSION)
                .withNull("application")
                .with("created", books.second())
                .withNull("description")
                .with("enabled_events", endpoint.types())
                .with("livemode", false)
                .with("metadata", new Tree())
                .with("status", "enabled")
                .with("url", endpoint.address().toString());
        secrets.put(tree.id(), endpoint.secrets());
        return books.shelf(KIND).add(tree);
    }

    void clear() {
        books.shelf(KIND).oldestFirst().forEach(books.shelf(KIND)::remove);
    }

    private Tree update(String id, Parameters given) {
        var endpoint = books.shelf(KIND).get(id, KIND);
        var url = given.text("url");
        var types = given.texts("enabled_events");
        var disabled = given.flag("disabled", endpoint.is("status", "disabled"));
        var metadata = given.metadata();
        given.ignore("description").end();
        url.ifPresent(text -> endpoint.with("url", address(text).toString()));
        if (!types.isEmpty()) {
            endpoint.with("enabled_events", types);
        }
        endpoint.with("status", disabled ? "disabled" : "enabled")
                .tree("metadata")
                .putAll(metadata);
        return endpoint;
    }

    /** Those that hear of a type of event. */
    List<Endpoint> wanting(String type) {
        return all().stream().filter(endpoint -> endpoint.wants(type)).toList();
    }

    List<Endpoint> all() {
        return books.shelf(KIND).oldestFirst().stream()
                .filter(tree -> tree.is("status", "enabled"))
                .map(this::endpoint)
                .toList();
    }

    private Endpoint endpoint(Tree tree) {
        var types = tree.get("enabled_events") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.<String>of();
        return new Endpoint(URI.create(tree.text("url")), Objects.requireNonNull(secrets.get(tree.id())), types);
    }

    private static URI address(String text) {
        return Endpoint.address(text)
                .orElseThrow(() ->
                        StripeError.invalid("url_invalid", "Invalid URL: a webhook is sent to http or https.", "url"));
    }
}
