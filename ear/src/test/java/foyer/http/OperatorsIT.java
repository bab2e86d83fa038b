package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.AtOnce;
import foyer.whole.Beside;
import foyer.whole.Called;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Operators sign in, stay signed in, are managed, and may what their role says. */
@Beside
class OperatorsIT {
    private static final String PASSWORD = "correct horse battery staple";

    private final Http everyone = Whole.onMicro().http();
    private final Http admin = Whole.onMicro().as("admin");

    @Test
    void signingInGivesATokenThatWorksAndOneToGoOnWith() {
        var email = anOperator("organizer");

        var signedIn = signIn(email, PASSWORD).expect(200).json();

        assertThat(signedIn.getString("tokenType")).isEqualTo("Bearer");
        assertThat(signedIn.getInt("expiresIn")).isPositive();
        assertThat(signedIn.getJsonArray("roles").getString(0)).isEqualTo("organizer");
        with(signedIn).get("/api/events").expect(200);
    }

    @Test
    void everyWrongCredentialIsOneAnswer() {
        var email = anOperator("analyst");

        var wrongPassword = signIn(email, "wrong horse battery staple").expect(401);
        var nobody = signIn("nobody-" + email, PASSWORD).expect(401);

        assertThat(wrongPassword.errorCode()).isEqualTo("bad_credentials");
        assertThat(nobody.errorCode()).isEqualTo("bad_credentials");
        assertThat(nobody.json().getJsonObject("error").getString("message"))
                .isEqualTo(wrongPassword.json().getJsonObject("error").getString("message"));
    }

    @Test
    void refreshingRotatesAndAnOldTokenEndsTheFamily() {
        var first = signIn(anOperator("organizer"), PASSWORD).expect(200).json();

        var second = refresh(first).expect(200).json();
        assertThat(refresh(first).expect(401).errorCode()).isIn("bad_credentials", "token_expired");

        refresh(second).expect(401);
    }

    @Test
    void signingOutEndsWhatCouldBeGoneOnWith() {
        var signedIn = signIn(anOperator("organizer"), PASSWORD).expect(200).json();

        everyone.post("/api/auth/logout", token(signedIn)).expect(204);

        refresh(signedIn).expect(401);
    }

    @Test
    void ofTwoRefreshesAtOnceAtMostOneGoesOn() {
        var signedIn = signIn(anOperator("organizer"), PASSWORD).expect(200).json();

        var statuses = AtOnce.calls(6, caller -> refresh(signedIn).status());

        assertThat(statuses.stream().filter(status -> status == 200).count()).isLessThanOrEqualTo(1);
    }

    @Test
    void rolesMayWhatTheyMay() {
        var event = anEvent().json();
        var path = "/api/events/" + anEvent().createdBy(admin);

        Whole.onMicro().as("analyst").get(path).expect(200);
        Whole.onMicro().as("analyst").post("/api/events", event).expect(403).problem();
        Whole.onMicro().as("organizer").get("/api/operators").expect(403).problem();
        everyone.get("/api/events").expect(401).problem();
        admin.get("/api/operators").expect(200);
    }

    @Test
    void theLastAdminStays() {
        var admins = admin.get("/api/operators?limit=200").expect(200).json().getJsonArray("items").stream()
                .map(item -> item.asJsonObject())
                .filter(operator -> operator.getJsonArray("roles").toString().contains("admin"))
                .toList();

        assertThat(admins).hasSize(1);
        admin.delete("/api/operators/" + admins.get(0).getString("operatorId")).expect(409);
    }

    @Test
    void oneAddressIsOneOperatorAndNoPasswordComesBack() {
        var email = anOperator("analyst");

        var again = admin.post("/api/operators", operator(email, "analyst"));

        assertThat(again.status()).isIn(400, 409);
        assertThat(admin.get("/api/operators?limit=200").expect(200).text())
                .contains(email)
                .doesNotContain(PASSWORD, "passwordHash", "PBKDF2");
    }

    @Test
    void whoIsRemovedCannotGoOn() {
        var email = anOperator("organizer");
        var signedIn = signIn(email, PASSWORD).expect(200).json();
        var id = admin.get("/api/operators?limit=200").json().getJsonArray("items").stream()
                .map(item -> item.asJsonObject())
                .filter(operator -> operator.getString("email").equals(email))
                .findFirst()
                .orElseThrow()
                .getString("operatorId");

        admin.delete("/api/operators/" + id).expect(204);

        refresh(signedIn).expect(401);
        signIn(email, PASSWORD).expect(401);
    }

    @Test
    void whoNamesAStaleVersionRemovesNobody() {
        var added = admin.post("/api/operators", operator("stale-" + UUID.randomUUID() + "@foyer.example", "analyst"))
                .expect(201);
        var path = "/api/operators/" + added.json().getString("operatorId");

        assertThat(admin.with("If-Match", "\"9\"").delete(path).expect(412).errorCode())
                .isEqualTo("version_conflict");
        admin.with("If-Match", admin.get(path).expect(200).header("ETag"))
                .delete(path)
                .expect(204);
        admin.get(path).expect(404);
    }

    private String anOperator(String role) {
        var email = role + "-" + UUID.randomUUID() + "@foyer.example";
        admin.post("/api/operators", operator(email, role)).expect(201);
        return email;
    }

    private static JsonObject operator(String email, String role) {
        return Json.createObjectBuilder()
                .add("email", email)
                .add("name", "Somebody")
                .add("password", PASSWORD)
                .add("roles", Json.createArrayBuilder().add(role))
                .build();
    }

    private Called signIn(String email, String password) {
        var credentials = Json.createObjectBuilder().add("email", email).add("password", password);
        return everyone.post("/api/auth/login", credentials.build());
    }

    private Called refresh(JsonObject signedIn) {
        return everyone.post("/api/auth/refresh", token(signedIn));
    }

    private static JsonObject token(JsonObject signedIn) {
        return Json.createObjectBuilder()
                .add("refreshToken", signedIn.getString("refreshToken"))
                .build();
    }

    private Http with(JsonObject signedIn) {
        return everyone.with("Authorization", "Bearer " + signedIn.getString("accessToken"));
    }
}
