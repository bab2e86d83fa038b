package foyer.whole;

import jakarta.json.Json;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tokens of one operator for each role; the admin, who is there from the start, makes the others. All tests together
 * take longer than a token lasts, so each is renewed when half of that is over.
 */
final class Operators {
    private static final Duration YOUNG = Duration.ofMinutes(5);

    private final Http http;
    private final Map<String, Once<String>> addresses = new ConcurrentHashMap<>();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    Operators(Http http) {
        this.http = http;
    }

    String token(String role) {
        var address = role.equals("admin")
                ? Whole.ADMIN_EMAIL
                : addresses
                        .computeIfAbsent(role, unknown -> new Once<>(() -> made(role)))
                        .get();
        return tokens.compute(role, (same, known) -> known != null && known.young() ? known : signedIn(role, address))
                .text();
    }

    private Token signedIn(String role, String address) {
        var password = role.equals("admin") ? Whole.ADMIN_PASSWORD : password(role);
        return new Token(login(http, address, password), System.nanoTime());
    }

    /** Makes the operator and answers the address. */
    private String made(String role) {
        var email = role + "@foyer.example";
        var operator = Json.createObjectBuilder()
                .add("email", email)
                .add("name", role)
                .add("password", password(role))
                .add("roles", Json.createArrayBuilder().add(role))
                .build();
        http.with("Authorization", "Bearer " + token("admin"))
                .post("/api/operators", operator)
                .expect(201);
        return email;
    }

    private static String password(String role) {
        return "a password for an " + role;
    }

    static String login(Http http, String email, String password) {
        var credentials = Json.createObjectBuilder()
                .add("email", email)
                .add("password", password)
                .build();
        return http.post("/api/auth/login", credentials).expect(200).json().getString("accessToken");
    }

    private record Token(String text, long since) {
        boolean young() {
            return System.nanoTime() - since < YOUNG.toNanos();
        }
    }
}
