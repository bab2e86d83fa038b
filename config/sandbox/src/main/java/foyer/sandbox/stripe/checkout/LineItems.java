package foyer.sandbox.stripe.checkout;

import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.Parameters;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.book.Tender;
import foyer.sandbox.stripe.book.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a session sells, read whole before anything of it is kept. */
final class LineItems {
    private static final int MOST = 100;
    private static final long MOST_OF_ONE = 999_999;

    private record Line(Tree price, Optional<String> named, Optional<Tree> described, boolean isNew, long quantity) {}

    private final Catalog catalog;
    private final Books books;
    private final List<Line> lines = new ArrayList<>();

    private LineItems(Catalog catalog, Books books) {
        this.catalog = catalog;
        this.books = books;
    }

    static LineItems read(Parameters parameters, Catalog catalog, Books books) {
        var items = new LineItems(catalog, books);
        var given = parameters.groups("line_items");
        if (given.isEmpty()) {
            throw StripeError.missing("line_items");
        }
        if (given.size() > MOST) {
            throw StripeError.invalid(null, "Array line_items exceeded maximum 100 allowed elements.", "line_items");
        }
        given.forEach(items::read);
        return items;
    }

    private void read(Parameters line) {
        var quantity = line.number("quantity").orElseThrow(() -> StripeError.missing(line.path("quantity")));
        if (quantity < 1 || quantity > MOST_OF_ONE) {
            throw StripeError.invalid(
                    "parameter_invalid_integer", "This value must be from 1 to 999999.", line.path("quantity"));
        }
        line.ignore("metadata", "tax_rates", "dynamic_tax_rates");
        var price = line.text(Catalog.PRICE);
        var data = line.group("price_data");
        if (price.isPresent()) {
            lines.add(new Line(active(price.get(), line), Optional.empty(), Optional.empty(), false, quantity));
        } else {
            var described = data.orElseThrow(() -> StripeError.missing(line.path(Catalog.PRICE)));
            var named = described.text(Catalog.PRODUCT);
            named.ifPresent(id -> books.shelf(Catalog.PRODUCT).get(id, described.path(Catalog.PRODUCT)));
            var product = described.group("product_data").map(catalog::readProduct);
            if (named.isEmpty() && product.isEmpty()) {
                throw StripeError.missing(described.path(Catalog.PRODUCT));
            }
            lines.add(new Line(catalog.readPrice(described), named, product, true, quantity));
        }
    }

    private Tree active(String id, Parameters line) {
        var price = books.shelf(Catalog.PRICE).get(id, line.path(Catalog.PRICE));
        if (!price.flag("active")) {
            throw StripeError.invalid(
                    null,
                    "The price specified is inactive. This field only accepts active prices.",
                    line.path("price"));
        }
        return price;
    }

    /** Fails where the lines are not all in one currency, or their sum cannot be charged. */
    Tender tender() {
        var tender = Tender.of(lines.get(0).price().text("currency"), "currency");
        for (var line : lines) {
            if (!line.price().is("currency", tender.currency())) {
                throw StripeError.invalid(null, "All line items must be in the same currency.", "line_items");
            }
        }
        tender.checkTotal(total());
        return tender;
    }

    long total() {
        return lines.stream()
                .mapToLong(line -> line.price().number("unit_amount") * line.quantity())
                // A sum that no charge can have is as good as a greater one, and cannot run over.
                .reduce(0, (sum, amount) -> Math.min(sum + amount, Long.MAX_VALUE / 2));
    }

    /** Keeps what is new, and answers the items as a session lists them (docs.stripe.com/api/checkout/sessions/line_items). */
    List<Object> keep() {
        var kept = new ArrayList<Object>();
        lines.forEach(line -> kept.add(keep(line)));
        return kept;
    }

    private Tree keep(Line line) {
        if (line.isNew()) {
            catalog.addPrice(line.price(), catalog.product(line.named(), line.described(), Catalog.PRODUCT));
        }
        var product = books.shelf(Catalog.PRODUCT).get(line.price().text(Catalog.PRODUCT), Catalog.PRODUCT);
        var amount = line.price().number("unit_amount") * line.quantity();
        return new Tree()
                .with("id", books.freshId("li_"))
                .with("object", "item")
                .withNull("adjustable_quantity")
                .with("amount_discount", 0L)
                .with("amount_subtotal", amount)
                .with("amount_tax", 0L)
                .with("amount_total", amount)
                .with("currency", line.price().text("currency"))
                .with("description", product.text("name"))
                .with("metadata", new Tree())
                .with("price", line.price().copy())
                .with("quantity", line.quantity());
    }
}
