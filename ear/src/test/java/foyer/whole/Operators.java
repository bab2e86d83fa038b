package foyer.whole;

import jakarta.json.Json;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens of one operator for each role; the admin, who is there from the start, makes the others. */
final class Operators {
    private final Http http;
    private final Map<String, Once<String>> tokens = new ConcurrentHashMap<>();

    Operators(Http http) {
        this.http = http;
    }

    String token(String role) {
        return tokens.computeIfAbsent(role, unknown -> new Once<>(() -> signIn(role)))
                .get();
    }

    private String signIn(String role) {
        if (role.equals("admin")) {
            return login(Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD);
        }
        var email = role + "@foyer.example";
        var password = "a password for an " + role;
        var operator = Json.createObjectBuilder()
                .add("email", email)
                .add("name", role)
                .add("password", password)
                .add("roles", Json.createArrayBuilder().add(role))
                .build();
        http.with("Authorization", "Bearer " + token("admin"))
                .post("/api/operators", operator)
                .expect(201);
        return login(email, password);
    }

    private String login(String email, String password) {
        return login(http, email, password);
    }

    static String login(Http http, String email, String password) {
        var credentials = Json.createObjectBuilder()
                .add("email", email)
                .add("password", password)
                .build();
        return http.post("/api/auth/login", credentials).expect(200).json().getString("accessToken");
    }
}
