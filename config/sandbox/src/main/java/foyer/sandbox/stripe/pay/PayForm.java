package foyer.sandbox.stripe.pay;

import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.book.Tree;
import foyer.sandbox.stripe.payment.Billing;
import foyer.sandbox.stripe.payment.Means;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a shopper typed. Only Stripe's test numbers are taken, and nothing of another number is kept, shown
 * again or logged.
 */
record PayForm(String method, String number, String expiry, String cvc, Billing billing) {
    private static final Pattern EXPIRY = Pattern.compile("(0[1-9]|1[0-2])\\s*/?\\s*(\\d{2})");
    private static final Pattern CVC = Pattern.compile("\\d{3,4}");

    static PayForm of(Tree form) {
        var method = form.textIfAny("method").orElse("card");
        return new PayForm(
                method,
                form.textIfAny(method.equals("card") ? "number" : "account").orElse(""),
                form.textIfAny("expiry").orElse("").strip(),
                form.textIfAny("cvc").orElse("").strip(),
                new Billing(
                        filled(form, "email").orElse(null),
                        filled(form, "name").orElse(null),
                        filled(form, "country").orElse(null)));
    }

    private static Optional<String> filled(Tree form, String name) {
        return form.textIfAny(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Fails with the words that Stripe's page has for it. */
    Means means(YearMonth now) {
        if (number.isBlank()) {
            throw wrong("incomplete_number", "Your " + (isCard() ? "card" : "account") + " number is incomplete.");
        }
        var means = Means.named(number)
                .filter(named -> named.type().equals(method))
                .orElseThrow(() -> wrong(
                        "card_declined",
                        isCard()
                                ? "Your card was declined. Your request was in test mode, but used a non test card."
                                : "This is no test account."));
        if (isCard()) {
            checkExpiry(now);
            if (!CVC.matcher(cvc).matches()) {
                throw wrong("incomplete_cvc", "Your card's security code is incomplete.");
            }
        }
        return means;
    }

    private boolean isCard() {
        return method.equals("card");
    }

    private void checkExpiry(YearMonth now) {
        var match = EXPIRY.matcher(expiry);
        if (!match.matches()) {
            throw wrong("incomplete_expiry", "Your card's expiration date is incomplete.");
        }
        var month = YearMonth.of(2000 + Integer.parseInt(match.group(2)), Integer.parseInt(match.group(1)));
        if (month.isBefore(now)) {
            throw wrong("invalid_expiry_year_past", "Your card's expiration year is in the past.");
        }
    }

    private static StripeError wrong(String code, String message) {
        return StripeError.invalid(code, message, null);
    }
}
