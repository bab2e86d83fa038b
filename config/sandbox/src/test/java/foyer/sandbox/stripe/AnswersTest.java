package foyer.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Account;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.LineItem;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.Price;
import com.stripe.model.Product;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import com.stripe.model.WebhookEndpoint;
import com.stripe.model.checkout.Session;
import com.stripe.param.RefundCreateParams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whether answers have the keys and types of Stripe's own fixtures, and whether Stripe's own library reads all of them. */
class AnswersTest {
    private static final Map<String, Class<? extends StripeObject>> MODELS = Map.ofEntries(
            Map.entry("account", Account.class),
            Map.entry("balance_transaction", BalanceTransaction.class),
            Map.entry("charge", Charge.class),
            Map.entry("checkout.session", Session.class),
            Map.entry("dispute", Dispute.class),
            Map.entry("event", Event.class),
            Map.entry("item", LineItem.class),
            Map.entry("payment_intent", PaymentIntent.class),
            Map.entry("payment_method", PaymentMethod.class),
            Map.entry("price", Price.class),
            Map.entry("product", Product.class),
            Map.entry("refund", Refund.class),
            Map.entry("webhook_endpoint", WebhookEndpoint.class));

    /**
     * What is null at Stripe too, though its fixtures show how it looks when it is there: things that a plain
     * payment by card has not, or not yet; and what its fixtures leave out.
     */
    private static final Map<String, String> DIFFERENT = Map.of(
            "account",
            "business_profile.annual_revenue business_profile.support_address requirements.disabled_reason",
            "balance_transaction",
            "description",
            "charge",
            "description payment_method_details.card.installments payment_method_details.card.three_d_secure "
                    + "payment_method_details.card.wallet receipt_url shipping source transfer_data",
            "checkout.session",
            "after_expiration automatic_tax.liability collected_information consent consent_collection "
                    + "currency_conversion custom_text.after_submit custom_text.shipping_address custom_text.submit "
                    + "custom_text.terms_of_service_acceptance customer_details "
                    + "invoice_creation.invoice_data.issuer invoice_creation.invoice_data.rendering_options "
                    + "payment_intent payment_method_configuration_details permissions "
                    + "saved_payment_method_options shipping_address_collection shipping_cost wallet_options",
            "item",
            "adjustable_quantity price.custom_unit_amount price.recurring price.transform_quantity",
            "payment_intent",
            "automatic_payment_methods canceled_at last_payment_error next_action "
                    + "payment_method_configuration_details processing shipping transfer_data",
            "payment_method",
            "billing_details.address.city billing_details.address.line1 billing_details.address.postal_code "
                    + "billing_details.address.state billing_details.phone card.generated_from card.wallet",
            "price",
            "custom_unit_amount recurring transform_quantity",
            "product",
            "default_price description package_dimensions",
            "refund",
            "destination_details.card.reference destination_details.card.reference_status "
                    + "destination_details.card.reference_type");

    /** What the library has a place for, and an answer to a plain payment has not: nor have Stripe's fixtures. */
    private static final Map<String, String> ABSENT = Map.ofEntries(
            Map.entry("account", "company deleted groups individual"),
            Map.entry("charge", "authorization_code level3 presentment_details radar_options transfer"),
            Map.entry(
                    "checkout.session",
                    "branding_settings excluded_payment_method_types line_items name_collection "
                            + "optional_items presentment_details redirect_on_completion return_url "
                            + "tax_id_collection"),
            Map.entry("dispute", "network_reason_code"),
            Map.entry("event", "account context"),
            Map.entry("item", "discounts taxes"),
            Map.entry("payment_intent", "allowed_payment_method_types hooks payment_details presentment_details"),
            Map.entry(
                    "payment_method",
                    "acss_debit affirm afterpay_clearpay alipay alma amazon_pay au_becs_debit "
                            + "bacs_debit bancontact billie bizum blik boleto card_present cashapp crypto custom "
                            + "customer_balance eps fpx giropay grabpay ideal interac_present kakao_pay klarna "
                            + "konbini kr_card link mb_way mobilepay multibanco naver_pay nz_bank_account oxxo "
                            + "p24 pay_by_bank payco paynow paypal payto pix promptpay radar_options revolut_pay "
                            + "samsung_pay satispay scalapay sepa_debit sofort sunbit swish twint upi "
                            + "us_bank_account wechat_pay zip"),
            Map.entry("price", "currency_options deleted tiers"),
            Map.entry("product", "deleted"),
            Map.entry(
                    "refund",
                    "description failure_balance_transaction failure_reason instructions_email "
                            + "next_action pending_reason presentment_details"),
            Map.entry("webhook_endpoint", "deleted secret"));

    /** Whose keys depend on what it is about. */
    private static final Set<String> OPEN = Set.of("metadata", "data.object");

    private static final StripeShop SHOP = new StripeShop();
    private static final Map<String, JsonNode> ANSWERS = new LinkedHashMap<>();

    @BeforeAll
    static void askForOneOfEach() throws Exception {
        var session = SHOP.sells(1500, "eur");
        SHOP.pays(session, "4000000000000259");
        var refunded = SHOP.sells(1500, "eur");
        SHOP.pays(refunded, "success");
        SHOP.client()
                .v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(SHOP.again(refunded).getPaymentIntent())
                        .build());
        SHOP.ask("POST", "/v1/webhook_endpoints", "url=http://localhost:1/&enabled_events[]=*", StripeShop.KEY);
        keep(
                "checkout.session",
                "/v1/checkout/sessions/" + SHOP.sells(1500, "eur").getId());
        keep("item", "/v1/checkout/sessions/" + session.getId() + "/line_items");
        keep("account", "/v1/account");
        for (var list : List.of(
                "payment_intents",
                "charges",
                "refunds",
                "disputes",
                "products",
                "prices",
                "events",
                "balance_transactions",
                "webhook_endpoints")) {
            var kind = list.substring(0, list.length() - 1);
            keep(kind, "/v1/" + list);
        }
        var charge = Objects.requireNonNull(ANSWERS.get("charge"));
        keep(
                "payment_method",
                "/v1/payment_methods/" + charge.path("payment_method").asString());
    }

    private static void keep(String resource, String path) throws Exception {
        var answer = SHOP.json(path);
        ANSWERS.put(
                resource, answer.path("data").isArray() ? answer.path("data").path(0) : answer);
    }

    @AfterAll
    static void close() {
        SHOP.close();
    }

    private static JsonNode answer(String resource) {
        return Objects.requireNonNull(ANSWERS.get(resource));
    }

    static Stream<String> resources() {
        return MODELS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void haveTheKeysAndTypesOfStripes(String resource) throws Exception {
        var expected = different(resource);

        var differences = Shapes.read().differences(resource, answer(resource), OPEN);

        assertThat(differences)
                .allSatisfy(difference -> assertThat(difference).matches("(null|unknown) \\S+"))
                .allSatisfy(
                        difference -> assertThat(expected).contains(difference.split(" ")[1]));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void areReadWholeByStripesLibrary(String resource) throws Exception {
        var model = Objects.requireNonNull(MODELS.get(resource));

        assertThat(StripesLibrary.missing(answer(resource), model))
                .containsExactlyInAnyOrderElementsOf(absent(resource));
    }

    static Set<String> different(String resource) {
        return Set.of(DIFFERENT.getOrDefault(resource, "description").split(" "));
    }

    static Set<String> absent(String resource) {
        var names = ABSENT.getOrDefault(resource, "");
        return names.isEmpty() ? Set.of() : Set.of(names.split(" "));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void letTheLibraryGetEverything(String resource) {
        StripesLibrary.getEverything(answer(resource), Objects.requireNonNull(MODELS.get(resource)));
    }
}
