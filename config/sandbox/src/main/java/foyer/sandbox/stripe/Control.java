package foyer.sandbox.stripe;

import foyer.sandbox.http.Answer;
import foyer.sandbox.http.Json;
import foyer.sandbox.http.Refusal;
import foyer.sandbox.http.Request;
import foyer.sandbox.http.Route;
import foyer.sandbox.http.Routes;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.book.Tree;
import foyer.sandbox.stripe.checkout.Outcome;
import foyer.sandbox.stripe.ledger.Outside;
import foyer.sandbox.stripe.payment.Billing;
import foyer.sandbox.stripe.payment.Means;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The calls by which a test does what shoppers and banks do. */
final class Control {
    private static final String PATH = Stripe.PATH + "/_control";

    private final Outside usual;
    private final Function<String, Outside> keeperOf;

    /** @param keeperOf where the object of an id is kept */
    Control(Outside usual, Function<String, Outside> keeperOf) {
        this.usual = usual;
        this.keeperOf = keeperOf;
    }

    /** What a control call does to the object named in its path. */
    @FunctionalInterface
    private interface Deed {
        Object to(String id, JsonNode body);
    }

    void addTo(Routes routes) {
        routes.on("GET", PATH + "/ledger", asked -> Answer.json(200, usual.everything()));
        routes.on("POST", PATH + "/sessions/*", asked -> switch (verb(asked)) {
            case "pay" -> done(asked, this::pay);
            case "settle" -> done(asked, (id, body) -> keeperOf.apply(id).settle(id, flag(body, "paid", true)));
            case "dispute" ->
                done(
                        asked,
                        (id, body) -> keeperOf.apply(id)
                                .dispute(id, body.path("reason").asString("fraudulent"), amount(body)));
            default -> throw Refusal.notFound(asked.path());
        });
        routes.on(
                "POST",
                PATH + "/refunds/*",
                only("finish", (id, body) -> keeperOf.apply(id).finishRefund(id, flag(body, "succeeded", true))));
        routes.on(
                "POST",
                PATH + "/disputes/*",
                only("close", (id, body) -> keeperOf.apply(id).closeDispute(id, flag(body, "won", true))));
    }

    private Object pay(String id, JsonNode body) {
        var card = body.path("card").asString("success");
        var means = Means.named(card)
                .orElseThrow(() -> Refusal.invalid("card is the number or the name of a test card, not " + card + "."));
        var billing = new Billing(
                body.path("email").asString("shopper@example.com"),
                body.path("name").asString("A shopper"),
                "DE");
        amount(body).ifPresent(other -> keeperOf.apply(id).costs(id, other));
        var outcome = keeperOf.apply(id).pay(id, means, billing);
        if (outcome.step() == Outcome.Step.CHALLENGED && !body.path("leave").asBoolean(false)) {
            outcome = keeperOf.apply(id).authenticate(id, flag(body, "authenticated", true));
        }
        var shown = new Tree()
                .with("outcome", outcome.step().name().toLowerCase(Locale.ROOT))
                .with("session", outcome.session());
        outcome.error().ifPresent(error -> shown.with("error", error));
        return shown;
    }

    private static Route only(String verb, Deed deed) {
        return asked -> {
            if (!verb(asked).equals(verb)) {
                throw Refusal.notFound(asked.path());
            }
            return done(asked, deed);
        };
    }

    private static Answer done(Request request, Deed deed) throws IOException {
        var words = request.path().split("/", -1);
        try {
            return Answer.json(200, deed.to(words[words.length - 2], body(request)));
        } catch (StripeError refused) {
            return Answer.json(refused.status(), refused.body());
        }
    }

    private static String verb(Request request) {
        return request.path().substring(request.path().lastIndexOf('/') + 1);
    }

    private static JsonNode body(Request request) throws IOException {
        var bytes = request.body(10_000);
        return Json.read(bytes.length == 0 ? new byte[] {'{', '}'} : bytes);
    }

    private static OptionalLong amount(JsonNode body) {
        return body.has("amount") ? OptionalLong.of(body.path("amount").asLong()) : OptionalLong.empty();
    }

    private static boolean flag(JsonNode body, String name, boolean otherwise) {
        return body.path(name).asBoolean(otherwise);
    }
}
