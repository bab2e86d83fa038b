package foyer.sandbox.stripe.payment;

import foyer.sandbox.stripe.book.Tree;
import org.jspecify.annotations.Nullable;

/** Who pays, as typed into the pay page. */
public record Billing(
        @Nullable String email,
        @Nullable String name,
        @Nullable String country) {
    public Tree details() {
        return new Tree()
                .with("address", address())
                .with("email", email)
                .with("name", name)
                .withNull("phone", "tax_id");
    }

    public Tree address() {
        return new Tree()
                .withNull("city", "line1", "line2", "postal_code", "state")
                .with("country", country);
    }
}
