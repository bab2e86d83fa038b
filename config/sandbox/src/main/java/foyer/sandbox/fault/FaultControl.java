package foyer.sandbox.fault;

import foyer.sandbox.http.Answer;
import foyer.sandbox.http.Json;
import foyer.sandbox.http.Refusal;
import foyer.sandbox.http.Request;
import foyer.sandbox.http.Routes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The calls that switch a stand-in's faults: PUT one, GET all with their hits, DELETE all or that of one operation. */
public final class FaultControl {
    private static final Set<String> KNOWN = Set.of("operation", "effect", "count", "seconds");
    private static final int MOST_CALLS = 1_000_000;
    private static final double MOST_SECONDS = 3_600;

    private final Faults faults;
    private final Set<Effect> possible;

    public FaultControl(Faults faults, Set<Effect> possible) {
        this.faults = faults;
        this.possible = Set.copyOf(possible);
    }

    public void addTo(Routes routes, String path) {
        routes.on("PUT", path, this::put).on("GET", path, asked -> listed()).on("DELETE", path, this::cleared);
    }

    private Answer put(Request request) throws IOException {
        faults.put(read(Json.read(request.body(10_000))));
        return listed();
    }

    private Answer listed() {
        return Answer.json(
                200,
                Map.of("items", faults.list().stream().map(FaultControl::shown).toList()));
    }

    private Answer cleared(Request request) {
        request.query("operation").ifPresentOrElse(faults::clear, faults::clear);
        return Answer.empty(204);
    }

    private static Map<String, Object> shown(Faults.Tally tally) {
        var fault = tally.fault();
        return Map.of(
                "operation", fault.operation(),
                "effect", fault.effect().word(),
                "count", fault.count(),
                "seconds", fault.lateness().toMillis() / 1000.0,
                "hits", tally.hits(),
                "active", !tally.isSpent());
    }

    private Fault read(JsonNode body) {
        if (!body.isObject()) {
            throw Refusal.invalid("A fault is an object {operation, effect, count, seconds}.");
        }
        var unknown = body.propertyNames().stream()
                .filter(name -> !KNOWN.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.invalid("Unknown: " + String.join(", ", unknown) + ".");
        }
        var operation = body.path("operation").asString(Fault.EVERY_OPERATION);
        var effect = effect(body.path("effect").asString(""));
        var count = (int) number(body, "count", 1, MOST_CALLS);
        var seconds = effect == Effect.DELAY ? number(body, "seconds", 1, MOST_SECONDS) : 0;
        return new Fault(operation, effect, count, Duration.ofMillis(Math.round(seconds * 1000)));
    }

    private Effect effect(String word) {
        return Effect.named(word)
                .filter(possible::contains)
                .orElseThrow(() -> Refusal.invalid("effect is one of " + words() + "."));
    }

    private String words() {
        return List.of(Effect.values()).stream()
                .filter(possible::contains)
                .map(Effect::word)
                .collect(Collectors.joining(", "));
    }

    private static double number(JsonNode body, String name, double otherwise, double most) {
        var node = body.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        if (!node.isNumber() || node.asDouble() <= 0 || node.asDouble() > most) {
            throw Refusal.invalid(name + " is a number above 0, " + (long) most + " at most.");
        }
        return node.asDouble();
    }
}
