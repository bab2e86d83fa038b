package foyer.sandbox.stripe.checkout;

import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.Parameters;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.book.Tender;
import foyer.sandbox.stripe.book.Tree;
import java.util.List;
import java.util.Optional;

/** Products and their prices (docs.stripe.com/api/products, docs.stripe.com/api/prices). */
public final class Catalog {
    static final String PRODUCT = "product";
    static final String PRICE = "price";

    private final Books books;

    public Catalog(Books books) {
        this.books = books;
    }

    public Tree createProduct(Parameters parameters) {
        var id = parameters.text("id");
        var product = readProduct(parameters).with("active", parameters.flag("active", true));
        parameters.end();
        id.ifPresent(chosen -> {
            if (books.shelf(PRODUCT).find(chosen).isPresent()) {
                throw StripeError.state("resource_already_exists", "Product already exists.", null);
            }
            product.with("id", chosen);
        });
        return add(PRODUCT, product);
    }

    /** A product's own facts; it has an id already and is on no shelf yet. */
    Tree readProduct(Parameters parameters) {
        return new Tree()
                .with("id", books.freshId("prod_", 14))
                .with("object", PRODUCT)
                .with("active", false)
                .with("created", books.second())
                .withNull("default_price")
                .with("description", parameters.text("description").orElse(null))
                .with("images", parameters.texts("images"))
                .with("livemode", false)
                .with("marketing_features", List.of())
                .with("metadata", parameters.metadata())
                .with("name", parameters.requiredText("name"))
                .withNull("package_dimensions", "shippable")
                .with(
                        "statement_descriptor",
                        parameters.text("statement_descriptor").orElse(null))
                .with("tax_code", parameters.text("tax_code").orElse(null))
                .with("type", "service")
                .with("unit_label", parameters.text("unit_label").orElse(null))
                .with("updated", books.second())
                .with("url", parameters.text("url").orElse(null));
    }

    public Tree updateProduct(String id, Parameters parameters) {
        var product = books.shelf(PRODUCT).get(id, "id");
        var changes = texts(parameters, "name", "description", "statement_descriptor", "unit_label", "url");
        change(product, changes, parameters);
        product.with("updated", books.second());
        books.tell("product.updated", product);
        return product;
    }

    public Tree deleteProduct(String id) {
        var product = books.shelf(PRODUCT).get(id, "id");
        if (!books.shelf(PRICE).newestFirst(price -> price.is(PRODUCT, id)).isEmpty()) {
            throw StripeError.state(
                    null, "This product cannot be deleted because it has one or more user-created prices.", null);
        }
        books.shelf(PRODUCT).remove(product);
        books.tell("product.deleted", product);
        return new Tree().with("id", id).with("object", PRODUCT).with("deleted", true);
    }

    public Tree createPrice(Parameters parameters) {
        var named = parameters.text(PRODUCT);
        var described = parameters.group("product_data").map(this::readProduct);
        var price = readPrice(parameters);
        price.with("active", parameters.flag("active", true));
        parameters.end();
        return addPrice(price, product(named, described, parameters.path(PRODUCT)));
    }

    /** The product a price names, or the one it describes, which then is new. */
    Tree product(Optional<String> named, Optional<Tree> described, String parameter) {
        if (named.isPresent()) {
            return books.shelf(PRODUCT).get(named.get(), parameter);
        }
        return add(PRODUCT, described.orElseThrow(() -> StripeError.missing(parameter)));
    }

    /** A price's own facts; it belongs to no product and is on no shelf yet. */
    Tree readPrice(Parameters parameters) {
        var tender = Tender.of(parameters.requiredText("currency"), parameters.path("currency"));
        var amount = parameters.number("unit_amount").orElseGet(() -> decimal(parameters));
        tender.checkUnit(amount, parameters.path("unit_amount"));
        return new Tree()
                .with("id", books.freshId("price_"))
                .with("object", PRICE)
                .with("active", false)
                .with("billing_scheme", "per_unit")
                .with("created", books.second())
                .with("currency", tender.currency())
                .withNull("custom_unit_amount")
                .with("livemode", false)
                .with("lookup_key", parameters.text("lookup_key").orElse(null))
                .with("metadata", parameters.metadata())
                .with("nickname", parameters.text("nickname").orElse(null))
                .withNull(PRODUCT, "recurring")
                .with("tax_behavior", parameters.text("tax_behavior").orElse("unspecified"))
                .withNull("tiers_mode", "transform_quantity")
                .with("type", "one_time")
                .with("unit_amount", amount)
                .with("unit_amount_decimal", Long.toString(amount));
    }

    /** Stripe takes twelve decimals; here a decimal amount is a whole one. */
    private static long decimal(Parameters parameters) {
        return parameters
                .number("unit_amount_decimal")
                .orElseThrow(() -> StripeError.missing(parameters.path("unit_amount")));
    }

    Tree addPrice(Tree price, Tree product) {
        return add(PRICE, price.with(PRODUCT, product.id()));
    }

    public Tree updatePrice(String id, Parameters parameters) {
        var price = books.shelf(PRICE).get(id, PRICE);
        change(price, texts(parameters, "nickname", "lookup_key", "tax_behavior"), parameters);
        books.tell("price.updated", price);
        return price;
    }

    private Tree add(String kind, Tree object) {
        books.shelf(kind).add(object);
        books.tell(kind + ".created", object);
        return object;
    }

    private static Tree texts(Parameters parameters, String... names) {
        var texts = new Tree();
        for (var name : names) {
            parameters.text(name).ifPresent(text -> texts.with(name, text));
        }
        return texts;
    }

    private static void change(Tree object, Tree changes, Parameters parameters) {
        var metadata = parameters.metadata();
        var active = parameters.flag("active", object.flag("active"));
        parameters.end();
        object.tree("metadata").putAll(metadata);
        object.with("active", active).putAll(changes);
    }
}
