package foyer.bench;

import jakarta.json.Json;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Whether those with a personal password, each a slow hash, make everybody else wait. */
final class PersonalPasswords {
    private static final int REGISTRANTS = 60;
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final int CALLS = 2_000;
    private static final String PASSWORD = "correct horse battery";

    private final Ground ground;

    PersonalPasswords(Ground ground) {
        this.ground = ground;
    }

    void besideOthers() {
        System.out.println("\nOther calls while personal passwords are checked");
        var event = ground.event(
                "password",
                Json.createObjectBuilder()
                        .add("verifyEmail", false)
                        .add("passwordConfig", Json.createObjectBuilder().add("mode", "personal")));
        var given = ",\"password\":\"" + PASSWORD + "\"";
        new Herd(ground.port(), 1)
                .rush(Ground.registrations(event, "own", REGISTRANTS, given))
                .bodies();
        var others = Collections.nCopies(CALLS, Requests.get("/api/events/" + event));
        var herd = new Herd(ground.port(), 16);
        herd.come(others, ROUND);
        var alone = herd.come(others, ROUND).waits().quantile(0.99);
        // Each waits in line for a hash; two at a time keep the line from ever being empty.
        var logins = CompletableFuture.runAsync(() -> new Herd(ground.port(), 2).rush(logins(event)));
        var beside = herd.come(others, ROUND).waits().quantile(0.99);
        logins.join();
        System.out.printf("  p99 alone %.1f ms, beside passwords %.1f ms%n", alone, beside);
        ground.bars().atMost("p99 beside passwords : alone", beside / alone, 2.0);
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
