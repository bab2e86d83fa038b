package foyer.bench;

import jakarta.json.Json;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** How viewers come in, by each way that events have: their logins as requests, of people who have their right. */
record Logins(Ground ground) {
    private static final String PRICE = "{\"price\":1200,\"currency\":\"EUR\"}";
    private static final String SHARED = "{\"mode\":\"shared\",\"password\":\"open sesame\"}";
    private static final int THREADS = 16;

    /** To an event that asks for nothing. */
    byte[] freely() {
        return login(ground.event("none", Json.createObjectBuilder()), "");
    }

    /** To one that all come to by the same password. */
    byte[] bySharedPassword() {
        var event = ground.event("password", Json.createObjectBuilder().add("passwordConfig", Ground.json(SHARED)));
        return login(event, ",\"password\":\"open sesame\"");
    }

    /** Each by the link of their own letter, and under a key of their own, as the page sends it. */
    List<byte[]> byLink(int many) {
        var event = ground.event("email", Json.createObjectBuilder().add("verifyEmail", false));
        return byLinks(event, registered(event, "link", many, ""));
    }

    /**
     * The same of who has paid. Their voucher pays for all of it: no provider is asked, and what they hold is what every payer
     * holds.
     */
    List<byte[]> byPayment(int many) {
        var event = ground.event(
                "payment",
                Json.createObjectBuilder().add("verifyEmail", false).add("paymentConfig", Ground.json(PRICE)));
        var code = ground.tools()
                .post("/vouchers", Ground.json("{\"percent\":100}"))
                .getString("code");
        var registered = registered(event, "payer", many, ",\"voucher\":\"" + code + "\"");
        var paid = new Herd(ground.port(), THREADS)
                .rush(registered.stream().map(Sales::checkout).toList());
        if (!paid.bodies().stream()
                .allMatch(body -> "completed".equals(Ground.json(body).getString("status")))) {
            throw new IllegalStateException("Not everybody has paid.");
        }
        return byLinks(event, registered);
    }

    private List<String> registered(String event, String whose, int many, String more) {
        return new Herd(ground.port(), THREADS)
                .rush(Ground.registrations(event, whose, many, more))
                .bodies();
    }

    private static List<byte[]> byLinks(String event, List<String> registered) {
        Function<String, byte[]> login = token ->
                login(event, ",\"linkToken\":\"" + token + "\"", List.of("Idempotency-Key: " + UUID.randomUUID()));
        return registered.stream()
                .map(body -> Ground.json(body).getString("accessUrl"))
                .map(link -> link.substring(link.indexOf("k=") + 2))
                .map(login)
                .toList();
    }

    private static byte[] login(String event, String proof) {
        return login(event, proof, List.of());
    }

    /** @param headers whole lines */
    private static byte[] login(String event, String proof, List<String> headers) {
        return Requests.post("/api/auth/login", "{\"eventId\":\"" + event + "\"" + proof + "}", headers);
    }
}
