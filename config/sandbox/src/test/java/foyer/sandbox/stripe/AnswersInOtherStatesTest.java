package foyer.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import com.stripe.model.StripeObject;
import com.stripe.model.checkout.Session;
import com.stripe.param.RefundCreateParams;
import foyer.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The same of what has gone on, or gone wrong, since: paid, expired, declined, refused, lost. And of errors. */
class AnswersInOtherStatesTest {
    /** What an answer is about, by the first word of its name. */
    private static final Map<String, Class<? extends StripeObject>> MODELS = Map.of(
            "checkout.session", Session.class,
            "payment_intent", PaymentIntent.class,
            "charge", Charge.class,
            "refund", Refund.class,
            "dispute", Dispute.class);

    /** What is there in this state, and is null or absent before. */
    private static final Map<String, String> FILLED = Map.of(
            "checkout.session paid", "customer_details payment_intent",
            "checkout.session processing", "customer_details payment_intent",
            "checkout.session expired", "status",
            "payment_intent declined", "last_payment_error latest_charge",
            "payment_intent canceled", "canceled_at",
            "charge failed", "failure_code failure_message outcome",
            "charge refunded", "refunds",
            "refund failed", "failure_balance_transaction failure_reason",
            "dispute lost", "balance_transactions");

    /** What is null or unknown besides. */
    private static final Map<String, String> DIFFERENT = Map.of(
            "checkout.session paid", "url",
            "checkout.session processing", "url",
            "checkout.session expired", "url",
            "charge failed", "balance_transaction",
            "refund failed", "failure_balance_transaction failure_reason");

    /** Whose keys depend on what it is about; what is said of a declined card is an error like any other. */
    private static final Set<String> OPEN = Set.of("metadata", "last_payment_error");

    private static final StripeShop SHOP = new StripeShop();
    private static final Map<String, JsonNode> ANSWERS = new LinkedHashMap<>();

    @BeforeAll
    static void askForEach() throws Exception {
        var paid = SHOP.sells(1500, "eur");
        SHOP.pays(paid, "success");
        keep("checkout.session paid", "/v1/checkout/sessions/" + paid.getId());
        var processing = SHOP.sells(1500, "eur");
        SHOP.pays(processing, "delayed");
        keep("checkout.session processing", "/v1/checkout/sessions/" + processing.getId());
        var expired = SHOP.sells(1500, "eur");
        SHOP.client().v1().checkout().sessions().expire(expired.getId());
        keep("checkout.session expired", "/v1/checkout/sessions/" + expired.getId());

        var declined = SHOP.sells(1500, "eur");
        SHOP.pays(declined, "4000000000000002");
        var refused = SHOP.intent(declined);
        keep("payment_intent declined", "/v1/payment_intents/" + refused.getId());
        keep("charge failed", "/v1/charges/" + refused.getLatestCharge());
        var begun = SHOP.ask("POST", "/v1/payment_intents", "amount=1500&currency=eur", StripeShop.KEY);
        var intent = read(begun.body()).path("id").asString();
        SHOP.client().v1().paymentIntents().cancel(intent);
        keep("payment_intent canceled", "/v1/payment_intents/" + intent);

        var bought = SHOP.intent(paid);
        var refund = SHOP.client()
                .v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(bought.getId())
                        .build());
        keep("charge refunded", "/v1/charges/" + bought.getLatestCharge());
        SHOP.control("POST", "/refunds/" + refund.getId() + "/finish", "{\"succeeded\": false}");
        keep("refund failed", "/v1/refunds/" + refund.getId());

        SHOP.pays(SHOP.sells(1500, "eur"), "4000000000000259");
        var dispute = SHOP.json("/v1/disputes").path("data").path(0).path("id").asString();
        SHOP.control("POST", "/disputes/" + dispute + "/close", "{\"won\": false}");
        keep("dispute lost", "/v1/disputes/" + dispute);
    }

    private static void keep(String state, String path) throws Exception {
        ANSWERS.put(state, SHOP.json(path));
    }

    private static JsonNode read(String body) {
        return Json.read(body.getBytes(StandardCharsets.UTF_8));
    }

    @AfterAll
    static void close() {
        SHOP.close();
    }

    private static JsonNode answer(String state) {
        return Objects.requireNonNull(ANSWERS.get(state));
    }

    private static String resource(String state) {
        return state.split(" ")[0];
    }

    private static Class<? extends StripeObject> model(String state) {
        return Objects.requireNonNull(MODELS.get(resource(state)));
    }

    private static Set<String> filled(String state) {
        return Set.of(Objects.requireNonNull(FILLED.get(state)).split(" "));
    }

    static Stream<String> states() {
        return FILLED.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("states")
    void haveTheKeysAndTypesOfStripes(String state) throws Exception {
        var expected = new HashSet<>(AnswersTest.different(resource(state)));
        expected.removeAll(filled(state));
        expected.addAll(Set.of(DIFFERENT.getOrDefault(state, "description").split(" ")));

        var differences = Shapes.read().differences(resource(state), answer(state), OPEN);

        assertThat(differences)
                .allSatisfy(difference -> assertThat(difference).matches("(null|unknown) \\S+"))
                .allSatisfy(
                        difference -> assertThat(expected).contains(difference.split(" ")[1]));
        assertThat(filled(state))
                .allSatisfy(key -> assertThat(answer(state).path(key).isNull()
                                || answer(state).path(key).isMissingNode())
                        .as(key)
                        .isFalse());
    }

    @ParameterizedTest
    @MethodSource("states")
    void areReadWholeByStripesLibrary(String state) throws Exception {
        var absent = new HashSet<>(AnswersTest.absent(resource(state)));
        absent.removeAll(filled(state));

        assertThat(StripesLibrary.missing(answer(state), model(state))).containsExactlyInAnyOrderElementsOf(absent);
        StripesLibrary.getEverything(answer(state), model(state));
    }

    @ParameterizedTest
    @CsvSource({
        "400, POST, /v1/payment_intents, currency=eur, code doc_url message param type",
        "402, POST, /v1/payment_intents, amount=1500&currency=eur&confirm=true&payment_method=pm_card_chargeDeclined,"
                + " charge code decline_code doc_url message payment_intent payment_method type",
        "404, GET, /v1/charges/ch_none, '', code doc_url message param type",
        "404, GET, /v1/nothing, '', message type"
    })
    void errorsAreReadWholeByStripesLibrary(int status, String method, String path, String body, String keys)
            throws Exception {
        var answer = SHOP.ask(method, path, body, StripeShop.KEY);
        var error = read(answer.body()).path("error");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(error.propertyNames()).contains(keys.split(" "));
        isReadWhole(error);
    }

    @Test
    void whatIsSaidOfADeclinedCardIsAnErrorToo() throws Exception {
        isReadWhole(answer("payment_intent declined").path("last_payment_error"));
    }

    // The fixtures show none: what the library has no place for is nothing that Stripe says.
    private static void isReadWhole(JsonNode error) throws Exception {
        assertThat(StripesLibrary.known(StripeError.class)).containsAll(error.propertyNames());
        assertThat(StripesLibrary.missing(error, StripeError.class)).doesNotContain("message", "type");
        StripesLibrary.getEverything(error, StripeError.class);
    }
}
