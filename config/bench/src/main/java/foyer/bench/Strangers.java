package foyer.bench;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** Whether the time of an answer tells a stranger who has registered: each call for known and unknown addresses in turns. */
final class Strangers {
    private static final int PEOPLE = 1_000;
    /** Of those whose answer takes a slow hash. */
    private static final int FEW = 60;

    private static final String PASSWORD = "correct horse battery";

    private static final String CODE = "\"code\":\"000000\"";

    private final Ground ground;

    Strangers(Ground ground) {
        this.ground = ground;
    }

    void times() {
        System.out.println("\nAnswers about known addresses, beside those about unknown ones");
        var event = ground.event("email", Json.createObjectBuilder());
        new Herd(ground.port(), 4)
                .rush(Ground.registrations(event, "known", 2 * PEOPLE, ""))
                .bodies();
        compare(
                "registration",
                PEOPLE,
                number -> Ground.registration(event, Ground.address("known", number), ""),
                number -> Ground.registration(event, Ground.address("new", number), ""));
        compare("code", PEOPLE, number -> code(event, "known", number), number -> code(event, "nobody", number));
        compare(
                "login by code",
                PEOPLE,
                number -> login(event, "known", number, CODE),
                number -> login(event, "nobody", number, CODE));
        byPassword();
    }

    private void byPassword() {
        var event = ground.event("password", PersonalPasswords.required());
        new Herd(ground.port(), 1)
                .rush(Ground.registrations(event, "own", 2 * FEW, ",\"password\":\"" + PASSWORD + "\""))
                .bodies();
        var wrong = "\"password\":\"" + PASSWORD + "?\"";
        compare(
                "login by own password",
                FEW,
                number -> login(event, "own", number, wrong),
                number -> login(event, "nobody", number, wrong));
    }

    /** The first half of each warms up. */
    private void compare(String what, int people, IntFunction<byte[]> known, IntFunction<byte[]> unknown) {
        var about = List.of(new Waits(people), new Waits(people));
        try (var connection = new Connection(ground.port())) {
            for (var number = 0; number < 2 * people; number++) {
                for (var side = 0; side < 2; side++) {
                    var request = (side == 0 ? known : unknown).apply(number);
                    var sent = System.nanoTime();
                    connection.exchange(request);
                    about.get(side).note(number % people, System.nanoTime() - sent);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var times = about.stream().map(waits -> waits.quantile(0.5)).toList();
        System.out.printf(
                Locale.ROOT, "  %-22s known %.2f ms, unknown %.2f ms (medians)%n", what, times.get(0), times.get(1));
        ground.bars().atMost(what + ", known : unknown", times.get(0) / times.get(1), 1.1);
        ground.bars().atMost(what + ", unknown : known", times.get(1) / times.get(0), 1.1);
    }

    private static byte[] code(String event, String whose, int number) {
        return Requests.post(
                "/api/auth/code",
                "{\"eventId\":\"" + event + "\",\"email\":\"" + Ground.address(whose, number) + "\"}");
    }

    private static byte[] login(String event, String whose, int number, String proof) {
        return Requests.post(
                "/api/auth/login",
                "{\"eventId\":\"" + event + "\",\"email\":\"" + Ground.address(whose, number) + "\"," + proof + "}");
    }
}
