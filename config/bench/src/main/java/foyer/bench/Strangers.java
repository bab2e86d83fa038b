package foyer.bench;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
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
        var known = new Herd(ground.port(), 4)
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
        resend(known);
        byPassword();
    }

    /** Somebody who is registered themselves has a stranger's link sent again. */
    private void resend(List<String> known) {
        var waived = ground.event("email", Json.createObjectBuilder().add("verifyEmail", false));
        var own = new Herd(ground.port(), 1)
                .rush(Ground.registrations(waived, "own", 1, ""))
                .bodies()
                .get(0);
        var token = Ground.json(own).getJsonObject("session").getString("sessionToken");
        var ids = known.stream()
                .map(body -> Ground.json(body).getString("registrationId"))
                .toList();
        compare(
                "resend",
                PEOPLE,
                number -> resend(ids.get(number), token),
                number -> resend(new StringBuilder(ids.get(number)).reverse().toString(), token));
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
        var statuses = new TreeSet<Integer>();
        try (var connection = new Connection(ground.port())) {
            for (var number = 0; number < 2 * people; number++) {
                for (var side = 0; side < 2; side++) {
                    var request = (side == 0 ? known : unknown).apply(number);
                    var sent = System.nanoTime();
                    statuses.add(connection.exchange(request).status());
                    about.get(side).note(number % people, System.nanoTime() - sent);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (statuses.size() != 1) {
            throw new IllegalStateException("Answered in several ways: " + statuses);
        }
        var times = about.stream().map(waits -> waits.quantile(0.5)).toList();
        System.out.printf(
                Locale.ROOT,
                "  %-22s known %.2f ms, unknown %.2f ms (medians), all %d%n",
                what,
                times.get(0),
                times.get(1),
                statuses.first());
        ground.bars().atMost(what + ", known : unknown", times.get(0) / times.get(1), 1.1);
        ground.bars().atMost(what + ", unknown : known", times.get(1) / times.get(0), 1.1);
    }

    private static byte[] code(String event, String whose, int number) {
        return Requests.post(
                "/api/auth/code",
                "{\"eventId\":\"" + event + "\",\"email\":\"" + Ground.address(whose, number) + "\"}");
    }

    private static byte[] resend(String registration, String token) {
        return Requests.post("/api/registrations/" + registration + "/resend", "", token);
    }

    private static byte[] login(String event, String whose, int number, String proof) {
        return Requests.post(
                "/api/auth/login",
                "{\"eventId\":\"" + event + "\",\"email\":\"" + Ground.address(whose, number) + "\"," + proof + "}");
    }
}
