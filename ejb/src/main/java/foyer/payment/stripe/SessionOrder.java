package foyer.payment.stripe;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.AdaptivePricing;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData.ProductData;
import com.stripe.param.checkout.SessionCreateParams.Locale;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import com.stripe.param.checkout.SessionCreateParams.UiMode;
import foyer.event.Event;
import foyer.payment.ledger.Payment;
import foyer.payment.provider.CheckoutRefused;
import foyer.registration.Registration;
import foyer.shared.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What Stripe is asked for, so that somebody can pay. Nothing in it is of the moment: asked for again, it is the very same.
 *
 * @see <a href="https://docs.stripe.com/api/checkout/sessions/create">Create a Checkout Session</a>
 */
final class SessionOrder {
    /** Stripe takes no session that ends sooner than half an hour from now; a minute is for the way there. */
    private static final Duration SHORTEST = Duration.ofMinutes(31);

    private SessionOrder() {}

    /**
     * Fails with {@link CheckoutRefused} for an amount that Stripe cannot charge.
     *
     * @param site where our pages are, without a slash at the end
     */
    static SessionCreateParams of(Payment payment, Registration registration, Event event, String site) {
        var back = site + "/paid/" + payment.event().value() + "?payment="
                + payment.id().value();
        var marks = PaymentMark.of(payment);
        var order = SessionCreateParams.builder()
                .setMode(Mode.PAYMENT)
                .setUiMode(UiMode.HOSTED_PAGE)
                .setClientReferenceId(payment.id().value())
                .putAllMetadata(marks)
                .setPaymentIntentData(
                        PaymentIntentData.builder().putAllMetadata(marks).build())
                .addLineItem(LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(price(payment, event))
                        .build())
                .setLocale(locale(registration.language()))
                .setAdaptivePricing(AdaptivePricing.builder().setEnabled(false).build())
                .setAllowPromotionCodes(false)
                .setExpiresAt(expiresAt(payment).getEpochSecond())
                .setSuccessUrl(back)
                .setCancelUrl(back + "&cancelled");
        address(registration.email()).ifPresent(order::setCustomerEmail);
        return order.build();
    }

    private static PriceData price(Payment payment, Event event) {
        var due = payment.price().due();
        var currency = StripeCurrency.of(due.currency())
                .filter(known -> known.has(due.minorUnits()))
                .orElseThrow(() -> new CheckoutRefused(due + " cannot be charged."));
        var price = PriceData.builder()
                .setCurrency(due.currency().getCurrencyCode().toLowerCase(java.util.Locale.ROOT))
                .setUnitAmount(currency.inStripesUnits(due.minorUnits()));
        var product = event.plan().admission().payment().stripeProductId();
        return product == null
                ? price.setProductData(ProductData.builder()
                                .setName(event.plan().title())
                                .build())
                        .build()
                : price.setProduct(product).build();
    }

    /**
     * With the hold, if Stripe can do that. A payment that did not come through in time, for the line was long or Stripe
     * failed, has to be payable for as long as its seat is held all the same: it may be asked for until the hold's end.
     */
    static Instant expiresAt(Payment payment) {
        var until = payment.payableUntil();
        if (payment.tries() > 0) {
            return until.plus(SHORTEST);
        }
        var earliest = payment.createdAt().plus(SHORTEST);
        return until.isAfter(earliest) ? until : earliest;
    }

    // Stripe knows addresses of ASCII only; without one the payer is asked for it.
    private static Optional<String> address(EmailAddress email) {
        return Optional.of(email.mailable())
                .filter(text -> StandardCharsets.US_ASCII.newEncoder().canEncode(text));
    }

    /** The language's own page, or that of the wider language, or what the browser asks for. */
    static Locale locale(String language) {
        return locales(language).or(() -> locales(language.split("-", 2)[0])).orElse(Locale.AUTO);
    }

    private static Optional<Locale> locales(String language) {
        return Arrays.stream(Locale.values())
                .filter(locale -> locale.getValue().equalsIgnoreCase(language))
                .findFirst();
    }
}
