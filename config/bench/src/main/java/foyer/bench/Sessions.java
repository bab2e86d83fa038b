package foyer.bench;

import jakarta.json.Json;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What viewers cost: opening a session, keeping it, and ten thousand of them within a minute. */
final class Sessions {
    private static final int MANY = 10_000;
    private static final int CONNECTIONS = 32;
    /** Every 20 seconds, as {@code foyer.heartbeat.every} has it. */
    private static final int BEATS_A_MINUTE = 3;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration THIRTY_SECONDS = Duration.ofSeconds(30);
    private static final String PRICE = "{\"price\":1200,\"currency\":\"EUR\"}";
    private static final String SHARED = "{\"mode\":\"shared\",\"password\":\"open sesame\"}";

    private final Ground ground;

    Sessions(Ground ground) {
        this.ground = ground;
    }

    /** Both against an empty POST, and the shared password against no password. */
    void cost() {
        System.out.println("\nSessions, beside an empty JAX-RS resource on the same server");
        var port = ground.port();
        var nothing = Load.post(port, "/empty/nothing", "{}");
        var cpu = new CpuPerRequest(ground.server().process());
        var open = joining(ground.event("none", Json.createObjectBuilder()), "");
        var shared = joining(shared(), ",\"password\":\"open sesame\"");
        var opening = Load.post(port, "/api/auth/login", open);
        ground.bars()
                .atMost(
                        "opening a session : empty resource",
                        cpu.ratio("POST /api/auth/login", opening, "POST of nothing", nothing),
                        1.7);
        ground.bars()
                .atMost(
                        "heartbeat : empty POST",
                        cpu.ratio("POST heartbeat", new Load(port, beats(open, 500)), "POST of nothing", nothing),
                        1.25);
        ground.bars()
                .atMost(
                        "shared password : no password",
                        cpu.ratio(
                                "login, shared password",
                                Load.post(port, "/api/auth/login", shared),
                                "login, none",
                                opening),
                        1.1);
    }

    /** Ten thousand within a minute by each way, and then a minute of their heartbeats. */
    void herds() {
        System.out.println("\nTen thousand viewers within a minute, and a minute of their heartbeats");
        var open = repeated(joining(ground.event("none", Json.createObjectBuilder()), ""));
        // What a server keeps for its first callers it does not keep for each of them.
        var first = new Herd(ground.port(), CONNECTIONS);
        var screens = reports(first.rush(open.subList(0, MANY / 10)).bodies());
        for (var turn = 0; turn < BEATS_A_MINUTE; turn++) {
            first.rush(screens.stream().map(Reports::next).toList()).bodies();
        }
        steadily(herd("none", open));
        herd("shared password", repeated(joining(shared(), ",\"password\":\"open sesame\"")));
        herd("link", byLink());
        herd("paid", byPayment());
    }

    /** Answers the screens that came. */
    private List<Reports> herd(String way, List<byte[]> logins) {
        var before = Heap.kept(ground.server().process());
        var herd = new Herd(ground.port(), CONNECTIONS);
        var opened = herd.come(logins, MINUTE);
        var tokens = opened.bodies();
        ground.bars().atMost("p99 of opening, " + way + ", ms", opened.waits().quantile(0.99), 250);
        var screens = reports(tokens);
        var minute = Collections.nCopies(BEATS_A_MINUTE, screens).stream()
                .flatMap(List::stream)
                .map(Reports::next)
                .toList();
        var beating = herd.come(minute, MINUTE);
        beating.bodies();
        var grown = Heap.kept(ground.server().process()) - before;
        ground.bars().atMost("heap of ten thousand sessions, " + way + ", MB", grown / 1e6, 5);
        ground.bars()
                .atMost("p99 of heartbeats, " + way + ", ms", beating.waits().quantile(0.99), 250);
        return screens;
    }

    /** Ten thousand that report once in thirty seconds. */
    private void steadily(List<Reports> screens) {
        var beating = new Herd(ground.port(), CONNECTIONS)
                .come(screens.stream().map(Reports::next).toList(), THIRTY_SECONDS);
        beating.bodies();
        ground.bars()
                .atMost("p99 of heartbeats, 330 a second, ms", beating.waits().quantile(0.99), 20);
    }

    private List<byte[]> byLink() {
        var event = ground.event("email", Json.createObjectBuilder().add("verifyEmail", false));
        return byLinks(event, registered(event, "link", ""));
    }

    /** Their voucher pays for all of it: no provider is asked, and what they hold is what every payer holds. */
    private List<byte[]> byPayment() {
        var event = ground.event(
                "payment",
                Json.createObjectBuilder().add("verifyEmail", false).add("paymentConfig", Ground.json(PRICE)));
        var code = ground.tools()
                .post("/vouchers", Ground.json("{\"percent\":100}"))
                .getString("code");
        var registered = registered(event, "payer", ",\"voucher\":\"" + code + "\"");
        var paid = new Herd(ground.port(), 16)
                .rush(registered.stream().map(Sales::checkout).toList());
        if (!paid.bodies().stream()
                .allMatch(body -> "completed".equals(Ground.json(body).getString("status")))) {
            throw new IllegalStateException("Not everybody has paid.");
        }
        return byLinks(event, registered);
    }

    private List<String> registered(String event, String whose, String more) {
        return new Herd(ground.port(), 16)
                .rush(Ground.registrations(event, whose, MANY, more))
                .bodies();
    }

    private static List<byte[]> byLinks(String event, List<String> registered) {
        return registered.stream()
                .map(body -> Ground.json(body).getString("accessUrl"))
                .map(link -> link.substring(link.indexOf("k=") + 2))
                .map(token -> Requests.post("/api/auth/login", joining(event, ",\"linkToken\":\"" + token + "\"")))
                .toList();
    }

    private String shared() {
        return ground.event("password", Json.createObjectBuilder().add("passwordConfig", Ground.json(SHARED)));
    }

    private List<Supplier<byte[]>> beats(String joining, int many) {
        var logins = repeated(joining).subList(0, many);
        return reports(new Herd(ground.port(), 8).rush(logins).bodies()).stream()
                .<Supplier<byte[]>>map(screen -> screen::next)
                .toList();
    }

    private static List<Reports> reports(List<String> logins) {
        return logins.stream().map(Ground::json).map(Reports::new).toList();
    }

    private static String joining(String event, String proof) {
        return "{\"eventId\":\"" + event + "\"" + proof + "}";
    }

    private static List<byte[]> repeated(String json) {
        var request = Requests.post("/api/auth/login", json);
        return IntStream.range(0, MANY).mapToObj(any -> request).toList();
    }
}
