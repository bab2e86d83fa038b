package foyer.sandbox.stripe;

import foyer.sandbox.http.Answer;
import foyer.sandbox.http.Json;
import foyer.sandbox.http.Refusal;
import foyer.sandbox.http.Request;
import foyer.sandbox.http.Routes;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.webhook.Endpoint;
import foyer.sandbox.stripe.webhook.Mode;
import foyer.sandbox.stripe.webhook.Webhooks;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The calls that say where webhooks go, and how they fail. */
final class WebhookControl {
    private static final String PATH = Stripe.PATH + "/_control";
    private static final int MOST_TIMES = 1000;
    private static final double MOST_SECONDS = 3600;

    private final Webhooks webhooks;

    WebhookControl(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    void addTo(Routes routes) {
        routes.on("GET", PATH + "/webhooks", asked -> shown());
        routes.on("PUT", PATH + "/webhooks", this::put);
        routes.on("PUT", PATH + "/endpoints", this::replace);
        routes.on("POST", PATH + "/events/*", this::resend);
    }

    private Answer shown() {
        var mode = webhooks.mode();
        return Answer.json(
                200,
                Map.of(
                        "mode", mode.kind().word(),
                        "times", mode.times(),
                        "seconds", mode.lateness().toMillis() / 1000.0,
                        "endpoints",
                                webhooks.endpoints().stream()
                                        .map(WebhookControl::shown)
                                        .toList(),
                        "attempts", webhooks.attempts()));
    }

    /** Without its secrets. */
    private static Map<String, Object> shown(Endpoint endpoint) {
        return Map.of("url", endpoint.address().toString(), "types", endpoint.types());
    }

    private Answer put(Request request) throws IOException {
        var body = Json.read(request.body(10_000));
        var kind = Mode.Kind.named(body.path("mode").asString(""))
                .orElseThrow(() -> Refusal.invalid("mode is one of "
                        + Arrays.stream(Mode.Kind.values()).map(Mode.Kind::word).collect(Collectors.joining(", "))
                        + "."));
        var pairs = kind == Mode.Kind.DUPLICATE || kind == Mode.Kind.REORDER;
        var times = (int) number(body, "times", pairs ? 2 : 0, MOST_TIMES);
        var seconds =
                number(body, "seconds", kind == Mode.Kind.DELAY || kind == Mode.Kind.REORDER ? 1 : 0, MOST_SECONDS);
        webhooks.set(new Mode(kind, times, Duration.ofMillis(Math.round(seconds * 1000))));
        return shown();
    }

    private static double number(JsonNode body, String name, double otherwise, double most) {
        var node = body.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        if (!node.isNumber() || node.asDouble() < 0 || node.asDouble() > most) {
            throw Refusal.invalid(name + " is a number from 0 to " + (long) most + ".");
        }
        return node.asDouble();
    }

    private Answer replace(Request request) throws IOException {
        var endpoints = new ArrayList<Endpoint>();
        for (var item : Json.read(request.body(100_000)).path("items")) {
            endpoints.add(endpoint(item));
        }
        webhooks.replace(endpoints);
        return shown();
    }

    private static Endpoint endpoint(JsonNode item) {
        var secrets = texts(item.path("secrets"));
        if (item.path("secret").isString()) {
            secrets.add(item.path("secret").asString());
        }
        if (secrets.isEmpty()) {
            throw Refusal.invalid("An endpoint is an object {url, secret or secrets[], types[]}.");
        }
        var types = texts(item.path("types"));
        var address = Endpoint.address(item.path("url").asString(""))
                .orElseThrow(() -> Refusal.invalid("url is an http or https address."));
        return new Endpoint(address, secrets, types.isEmpty() ? List.of("*") : types);
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private Answer resend(Request request) {
        var words = request.path().split("/", -1);
        if (!words[words.length - 1].equals("resend")) {
            throw Refusal.notFound(request.path());
        }
        try {
            return Answer.json(200, webhooks.resend(words[words.length - 2]));
        } catch (StripeError unknown) {
            return Answer.json(unknown.status(), unknown.body());
        }
    }
}
