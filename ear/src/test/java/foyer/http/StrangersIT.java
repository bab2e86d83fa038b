package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Called;
import foyer.whole.EventFixture;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whether an address is registered shows in no answer: status, headers and body are alike. */
@Beside
class StrangersIT {
    /** Of these the value differs between any two answers. */
    private static final Set<String> OWN = Set.of("date", "x-request-id", "location");

    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();
    private final String known = anAddress();
    private final String unknown = anAddress();

    @Test
    void registeringShowsNothing() {
        var event = withAViewer(byMail(), Map.of());

        assertAlike(
                everyone.post("/api/registrations", body(event, Map.of("email", known))),
                everyone.post("/api/registrations", body(event, Map.of("email", unknown))),
                201);
    }

    @Test
    void registeringWhereEverySeatIsTakenShowsNothing() {
        var event = withAViewer(withOneSeat(), Map.of());

        assertAlike(
                everyone.post("/api/registrations", body(event, Map.of("email", known))),
                everyone.post("/api/registrations", body(event, Map.of("email", unknown))),
                409);
    }

    @Test
    void registeringWhereOneHasToWaitShowsNeitherASeatNorAPlaceInTheLine() {
        var event = withAViewer(withOneSeat().with("waitingList", JsonValue.TRUE), Map.of());

        assertAlike(
                everyone.post("/api/registrations", body(event, Map.of("email", known))),
                everyone.post("/api/registrations", body(event, Map.of("email", unknown))),
                201);
        assertAlike(
                everyone.post("/api/registrations", body(event, Map.of("email", unknown))),
                everyone.post("/api/registrations", body(event, Map.of("email", anAddress()))),
                201);
    }

    @Test
    void registeringWhereTheOrganizerAgreesShowsNothing() {
        var approval = Json.createObjectBuilder().add("approval", true).build();
        var event = withAViewer(byMail().with("registrationConfig", approval), Map.of());

        assertAlike(
                everyone.post("/api/registrations", body(event, Map.of("email", known))),
                everyone.post("/api/registrations", body(event, Map.of("email", unknown))),
                201);
    }

    @Test
    void askingForACodeShowsNothing() {
        var event = withAViewer(byMail(), Map.of());

        assertAlike(
                everyone.post("/api/auth/code", body(event, Map.of("email", known))),
                everyone.post("/api/auth/code", body(event, Map.of("email", unknown))),
                202);
    }

    @Test
    void aWrongCodeShowsNothing() {
        var event = withAViewer(byMail(), Map.of());

        assertAlike(
                everyone.post("/api/auth/login", body(event, Map.of("email", known, "code", "wrong!"))),
                everyone.post("/api/auth/login", body(event, Map.of("email", unknown, "code", "wrong!"))),
                401);
    }

    @Test
    void aWrongPasswordShowsNothing() {
        var config = Json.createObjectBuilder().add("mode", "personal").build();
        var event = withAViewer(
                anEvent().with("authType", "password").with("passwordConfig", config),
                Map.of("password", "correct horse battery"));

        assertAlike(
                everyone.post("/api/auth/login", body(event, Map.of("email", known, "password", "a wrong guess"))),
                everyone.post("/api/auth/login", body(event, Map.of("email", unknown, "password", "a wrong guess"))),
                401);
    }

    @Test
    void theirOwnPasswordShowsNothing() {
        var config = Json.createObjectBuilder().add("mode", "personal").build();
        var event = withAViewer(
                anEvent().with("authType", "password").with("passwordConfig", config),
                Map.of("password", "correct horse battery"));
        var theirs = "a password of theirs";
        everyone.post("/api/registrations", body(event, Map.of("email", known, "password", theirs)))
                .expect(201);
        everyone.post("/api/registrations", body(event, Map.of("email", unknown, "password", theirs)))
                .expect(201);

        assertAlike(
                everyone.post("/api/auth/login", body(event, Map.of("email", known, "password", theirs))),
                everyone.post("/api/auth/login", body(event, Map.of("email", unknown, "password", theirs))),
                401);
    }

    @Test
    void aLinkIsSentAgainByNoStranger() {
        var event = byMail().publishedBy(organizer);
        var id = everyone.post("/api/registrations", body(event, Map.of("email", known)))
                .expect(201)
                .json()
                .getString("registrationId");

        assertAlike(
                everyone.post("/api/registrations/" + id + "/resend"),
                everyone.post("/api/registrations/AAAAAAAAAAAAAAAAAAAAAA/resend"),
                401);
        assertAlike(
                everyone.get("/api/registrations/" + id),
                everyone.get("/api/registrations/AAAAAAAAAAAAAAAAAAAAAA"),
                401);
    }

    @Test
    void aLinkIsSentAgainByNoOtherViewer() {
        var event = byMail().with("verifyEmail", JsonValue.FALSE).publishedBy(organizer);
        var id = everyone.post("/api/registrations", body(event, Map.of("email", known)))
                .expect(201)
                .json()
                .getString("registrationId");
        var session = everyone.post("/api/registrations", body(event, Map.of("email", unknown)))
                .expect(201)
                .json()
                .getJsonObject("session");
        var other = everyone.with("Authorization", "Foyer " + session.getString("sessionToken"));

        assertAlike(
                other.post("/api/registrations/" + id + "/resend"),
                other.post("/api/registrations/AAAAAAAAAAAAAAAAAAAAAA/resend"),
                404);
    }

    private String withAViewer(EventFixture event, Map<String, String> more) {
        var id = event.publishedBy(organizer);
        var wish = new TreeMap<>(more);
        wish.put("email", known);
        everyone.post("/api/registrations", body(id, wish)).expect(201);
        return id;
    }

    private void assertAlike(Called one, Called other, int status) {
        assertThat(one.expect(status).status()).isEqualTo(other.expect(status).status());
        assertThat(headers(one)).isEqualTo(headers(other));
        assertThat(body(one)).isEqualTo(body(other));
    }

    private Map<String, String> headers(Called answer) {
        return answer.answer().headers().map().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> shown(header.getKey().toLowerCase(Locale.ROOT), header.getValue(), answer),
                        (first, second) -> first + second,
                        TreeMap::new));
    }

    private String shown(String header, List<String> values, Called answer) {
        if (differs(header)) {
            return "";
        }
        // A moment is written without the zeros that it ends in, one of a thousand three digits shorter.
        return header.equals("content-length")
                ? String.valueOf(Integer.parseInt(values.get(0))
                        - answer.text().length()
                        + body(answer).length())
                : values.toString();
    }

    private static boolean differs(String header) {
        return OWN.contains(header) || header.contains("ratelimit");
    }

    private String body(Called answer) {
        return answer.text()
                .replaceAll("ada-[0-9a-f-]{36}@example[.]com", "address")
                .replaceAll("\"(registrationId|requestId)\":\"[^\"]+\"", "\"$1\"")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "moment");
    }

    private static EventFixture byMail() {
        return anEvent().with("authType", "email");
    }

    private static EventFixture withOneSeat() {
        return byMail().with("capacity", Json.createValue(1));
    }

    private static String anAddress() {
        return "ada-" + UUID.randomUUID() + "@example.com";
    }

    private static JsonObject body(String event, Map<String, String> more) {
        var body = Json.createObjectBuilder().add("eventId", event);
        more.forEach(body::add);
        return body.build();
    }
}
