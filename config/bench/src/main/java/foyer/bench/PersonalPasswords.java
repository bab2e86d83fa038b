package foyer.bench;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Whether those with a personal password, each a slow hash, make everybody else wait. */
final class PersonalPasswords {
    private static final int REGISTRANTS = 60;
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final int CALLS = 2_000;
    private static final int SCREENS = 500;
    private static final String PASSWORD = "correct horse battery";

    private final Ground ground;

    PersonalPasswords(Ground ground) {
        this.ground = ground;
    }

    void besideOthers() {
        System.out.println("\nOther calls while personal passwords are checked");
        var event = ground.event("password", required());
        var given = ",\"password\":\"" + PASSWORD + "\"";
        new Herd(ground.port(), 1)
                .rush(Ground.registrations(event, "own", REGISTRANTS, given))
                .bodies();
        var open = ground.event("none", Json.createObjectBuilder());
        var coming = Requests.post("/api/auth/login", "{\"eventId\":\"" + open + "\"}");
        var screens = new Herd(ground.port(), 8)
                .rush(Collections.nCopies(SCREENS, coming)).bodies().stream()
                        .map(Ground::json)
                        .map(Reports::new)
                        .toList();
        beside(event, "a public event", () -> Collections.nCopies(CALLS, Requests.get("/api/events/" + event)));
        beside(event, "login", () -> Collections.nCopies(CALLS, coming));
        beside(event, "heartbeat", () -> beats(screens));
    }

    /** @param others the calls of a round, each made anew for the next */
    private void beside(String event, String what, Supplier<List<byte[]>> others) {
        var herd = new Herd(ground.port(), 16);
        herd.come(others.get(), ROUND).bodies();
        var alone = p99(herd, others);
        // Each waits in line for a hash, and there is always somebody in line: longer than the round takes.
        var logins = CompletableFuture.supplyAsync(
                () -> Load.of(ground.port(), logins(event)).run(ROUND.plusSeconds(2)));
        var beside = p99(herd, others);
        if (logins.isDone()) {
            throw new IllegalStateException("The logins ended before the others did.");
        }
        System.out.printf(
                Locale.ROOT,
                "  %s: p99 alone %.1f ms, beside %d logins by password %.1f ms%n",
                what,
                alone,
                logins.join().requests(),
                beside);
        ground.bars().atMost("p99 of " + what + " beside passwords : alone", beside / alone, 2.0);
    }

    private static double p99(Herd herd, Supplier<List<byte[]>> others) {
        var round = herd.come(others.get(), ROUND);
        round.bodies();
        return round.waits().quantile(0.99);
    }

    private static List<byte[]> beats(List<Reports> screens) {
        return IntStream.range(0, CALLS)
                .mapToObj(number -> screens.get(number % screens.size()).next())
                .toList();
    }

    /** What an event says where each has a password of their own, and nothing else has to be proven. */
    static JsonObjectBuilder required() {
        return Json.createObjectBuilder()
                .add("verifyEmail", false)
                .add("passwordConfig", Json.createObjectBuilder().add("mode", "personal"));
    }

    private static List<byte[]> logins(String event) {
        return IntStream.range(0, REGISTRANTS)
                .mapToObj(number -> Requests.post(
                        "/api/auth/login",
                        "{\"eventId\":\"" + event + "\",\"email\":\"" + Ground.address("own", number)
                                + "\",\"password\":\"" + PASSWORD + "\"}"))
                .toList();
    }
}
