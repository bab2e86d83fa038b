package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Build;
import foyer.whole.Called;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From registering to the picture and out again, with the letters between. */
@Beside
class JoiningIT {
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");
    private static final Pattern LINK = Pattern.compile("\\?k=([ap]\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+)");

    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();
    private final Http sandbox = Http.to(Whole.sandbox().url());
    private final String ada = "ada-" + UUID.randomUUID() + "@example.com";

    @Test
    void aCodeByMailOpensThePlayerAndItsLinkDoesOnAnotherDevice() {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        var joined = join(event, ada).expect(201).json();
        assertThat(joined.getJsonObject("flow").getString("currentStep")).isEqualTo("verify");
        assertThat(joined).doesNotContainKey("session");

        var code = in(letter(CODE::matcher), CODE);
        var login = login(event, Map.of("email", ada, "code", code)).expect(200);
        assertThat(login.json().getJsonObject("flow").getString("currentStep")).isEqualTo("watch");
        assertThat(login.header("Set-Cookie"))
                .startsWith("__Host-foyer-" + event)
                .contains("Secure", "HttpOnly", "SameSite=None", "Partitioned");
        assertThat(login(event, Map.of("email", ada, "code", code)).expect(401).errorCode())
                .isEqualTo("bad_credentials");

        var link = in(letter(text -> Pattern.compile("\\?k=a\\.").matcher(text)), LINK);
        var newer = login(event, Map.of("linkToken", link)).expect(200).json();
        assertThat(beat(newer).getBoolean("continue")).isTrue();
        assertThat(beat(login.json()).getString("reason")).isEqualTo("replaced_by_newer_screen");

        var madeWay = everyone.with("Authorization", "Foyer " + login.json().getString("sessionToken"))
                .get("/api/events/" + event + "/flow")
                .expect(200)
                .json();
        assertThat(madeWay.getString("currentStep")).isEqualTo("refused");
        assertThat(madeWay.getJsonObject("sessionData").getString("reason")).isEqualTo("replaced_by_newer_screen");
        assertThat(madeWay.getJsonObject("sessionData")).doesNotContainKey("playback");
    }

    @Test
    void asManyScreensGoOnAsTheEventSaysAndTheOldestMakesWay() {
        var event = anEvent()
                .with("authType", "email")
                .with("verifyEmail", JsonValue.FALSE)
                .with("screens", Json.createValue(2))
                .publishedBy(organizer);
        var first = join(event, ada).expect(201).json().getJsonObject("session");
        var link = in(letter(LINK::matcher), LINK);
        var second = login(event, Map.of("linkToken", link)).expect(200).json();
        assertThat(beat(first).getBoolean("continue")).isTrue();
        assertThat(beat(second).getBoolean("continue")).isTrue();

        var third = login(event, Map.of("linkToken", link)).expect(200).json();

        assertThat(beat(first).getString("reason")).isEqualTo("replaced_by_newer_screen");
        assertThat(beat(second).getBoolean("continue")).isTrue();
        assertThat(beat(third).getBoolean("continue")).isTrue();
    }

    @Test
    void neitherCodesNorLinksNorTokensAreLogged() throws IOException {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        join(event, ada).expect(201);
        var code = in(letter(CODE::matcher), CODE);
        var login = login(event, Map.of("email", ada, "code", code)).expect(200).json();
        var link = in(letter(text -> Pattern.compile("\\?k=a\\.").matcher(text)), LINK);
        everyone.get("/watch/" + event + "?k=" + link).expect(200);
        login(event, Map.of("linkToken", link)).expect(200);
        login(event, Map.of("linkToken", link + "x")).expect(401);
        everyone.get("/api/events/" + event + "/flow?k=" + link).expect(200);
        var secret = link.substring(link.lastIndexOf('.') + 1);

        var port = URI.create(Whole.onMicro().url()).getPort();
        assertThat(Files.readString(Build.logs().resolve("foyer-micro-" + port + ".log")))
                .doesNotContain(secret, login.getString("sessionToken"))
                .doesNotContainPattern("\\b" + code + "\\b");
    }

    @Test
    void aLettersLinkLeadsBackToThePartnersPage() {
        var home = "https://partner.example/evening";
        var embedding = Json.createObjectBuilder()
                .add("allowedOrigins", Json.createArrayBuilder().add("https://partner.example"))
                .add("pageUrl", home);
        var event = anEvent()
                .with("authType", "email")
                .with("embedConfig", embedding.build())
                .publishedBy(organizer);
        join(event, ada).expect(201);
        var link = in(letter(LINK::matcher), LINK);

        assertThat(everyone.get("/watch/" + event + "?k=" + link).expect(200).text())
                .contains("<a href=\"" + home + "\">");
        var login = login(event, Map.of("linkToken", link)).expect(200).json();
        assertThat(login.getJsonObject("flow").getString("redirectUrl")).isEqualTo(home);
    }

    @Test
    void whoIsRevokedIsOutByLinkAndBySession() {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        var id = join(event, ada).expect(201).json().getString("registrationId");
        var login = login(event, Map.of("email", ada, "code", in(letter(CODE::matcher), CODE)))
                .expect(200)
                .json();
        var link = in(letter(text -> Pattern.compile("\\?k=a\\.").matcher(text)), LINK);

        organizer.post("/api/registrations/" + id + "/revoke").expect(200);

        assertThat(beat(login).getString("reason")).isEqualTo("revoked");
        login(event, Map.of("linkToken", link)).expect(401);
    }

    @Test
    void aViewerGivesTheirSeatBack() {
        var event = anEvent()
                .with("authType", "email")
                .with("capacity", Json.createValue(1))
                .publishedBy(organizer);
        var id = join(event, ada).expect(201).json().getString("registrationId");
        var login = login(event, Map.of("email", ada, "code", in(letter(CODE::matcher), CODE)))
                .expect(200)
                .json();
        var path = "/api/registrations/" + id;

        join(event, "bob-" + ada).expect(409);
        everyone.delete(path).expect(401);
        everyone.with("Authorization", "Foyer " + login.getString("sessionToken"))
                .delete(path)
                .expect(204);

        assertThat(beat(login).getBoolean("continue")).isFalse();
        join(event, "bob-" + ada).expect(201);
    }

    @Test
    void aSessionThatWasClosedHasNoRightsLeft() {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        var id = join(event, ada).expect(201).json().getString("registrationId");
        var login = login(event, Map.of("email", ada, "code", in(letter(CODE::matcher), CODE)))
                .expect(200)
                .json();
        var own = everyone.with("Authorization", "Foyer " + login.getString("sessionToken"));
        own.get("/api/events/" + event + "/flow").expect(200);

        own.delete("/api/sessions/" + login.getString("sessionId")).expect(204);

        assertThat(beat(login).getString("reason")).isEqualTo("closed");
        own.get("/api/events/" + event + "/flow").expect(401);
        own.get("/api/registrations/" + id).expect(401);
        own.post("/api/registrations/" + id + "/resend").expect(401);
        own.delete("/api/registrations/" + id).expect(401);
        assertThat(stateOf(id)).isEqualTo("confirmed");
    }

    @Test
    void aRegistrationIsItsOwnViewersAndNobodyElses() {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        var id = join(event, ada).expect(201).json().getString("registrationId");
        var login = login(event, Map.of("email", ada, "code", in(letter(CODE::matcher), CODE)))
                .expect(200)
                .json();
        var own = everyone.with("Authorization", "Foyer " + login.getString("sessionToken"));
        var others = join(event, "eve-" + UUID.randomUUID() + "@example.com")
                .expect(201)
                .json()
                .getString("registrationId");

        assertThat(own.get("/api/registrations/" + id).expect(200).json().getString("email"))
                .isEqualTo(ada);
        own.post("/api/registrations/" + id + "/resend").expect(202);
        assertThat(beat(login).getBoolean("continue")).isTrue();

        own.get("/api/registrations/" + others).expect(404);
        own.delete("/api/registrations/" + others).expect(404);
        own.post("/api/registrations/" + others + "/resend").expect(404);
        everyone.post("/api/registrations/" + id + "/resend").expect(401);
        own.with("Origin", "https://elsewhere.example")
                .delete("/api/registrations/" + id)
                .expect(403);
    }

    @Test
    void whoWaitsShowsAndGivesUpTheirPlaceByTheLinkOfTheirLetter() {
        var event = anEvent()
                .with("authType", "email")
                .with("capacity", Json.createValue(1))
                .with("waitingList", JsonValue.TRUE)
                .publishedBy(organizer);
        join(event, "first-" + UUID.randomUUID() + "@example.com").expect(201);
        var id = join(event, ada).expect(201).json().getString("registrationId");
        var link = in(letter(text -> Pattern.compile("\\?k=a\\.").matcher(text)), LINK);
        var waiting = everyone.with("Authorization", "Foyer " + link);

        assertThat(waiting.get("/api/registrations/" + id).expect(200).json().getString("state"))
                .isEqualTo("waiting");
        var left = waiting.delete("/api/registrations/" + id).expect(204);

        assertThat(left.header("Set-Cookie"))
                .startsWith("__Host-foyer-" + event + "=;")
                .contains("Max-Age=0");
        assertThat(organizer.get("/api/registrations/" + id).expect(200).json().getString("state"))
                .isEqualTo("cancelled");
    }

    @Test
    void aSeatThatBecomesFreeIsTheFirstsWhoWaitsAndTakenByTheirLetter() {
        var event = anEvent()
                .with("authType", "email")
                .with("capacity", Json.createValue(1))
                .with("waitingList", JsonValue.TRUE)
                .publishedBy(organizer);
        var seated = idOf(join(event, "first-" + UUID.randomUUID() + "@example.com"));
        var waiting = idOf(join(event, ada));
        var last = idOf(join(event, "last-" + UUID.randomUUID() + "@example.com"));
        assertThat(stateOf(waiting)).isEqualTo("waiting");

        organizer.delete("/api/registrations/" + seated).expect(204);

        var offer = letter(text -> Pattern.compile("A seat has become free").matcher(text));
        assertThat(stateOf(waiting)).isEqualTo("held");
        var login =
                login(event, Map.of("linkToken", in(offer, LINK))).expect(200).json();
        assertThat(login.getJsonObject("flow").getString("currentStep")).isEqualTo("watch");
        assertThat(beat(login).getBoolean("continue")).isTrue();
        assertThat(stateOf(waiting)).isEqualTo("confirmed");
        assertThat(stateOf(last)).isEqualTo("waiting");
    }

    @Test
    void aSecondRegistrationIsAnsweredAsTheFirst() {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        var first = join(event, ada).expect(201);
        var second = join(event, ada).expect(201);

        assertThat(second.json().keySet()).isEqualTo(first.json().keySet());
        assertThat(second.json().get("flow")).isEqualTo(first.json().get("flow"));
        assertThat(second.json().getString("registrationId"))
                .isNotEqualTo(first.json().getString("registrationId"));
        assertThat(second.answer().headers().map().keySet())
                .isEqualTo(first.answer().headers().map().keySet());
    }

    @Test
    void whoRegistersAgainComesInByTheCodeOfThatLetterAsThePageSays() {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        var id = join(event, ada).expect(201).json().getString("registrationId");
        login(event, Map.of("email", ada, "code", in(letter(CODE::matcher), CODE)))
                .expect(200);
        join(event, ada).expect(201);
        var again = letter(text -> Pattern.compile("registered already").matcher(text));

        var login = login(event, Map.of("email", ada, "code", in(again, CODE)))
                .expect(200)
                .json();

        everyone.with("Authorization", "Foyer " + login.getString("sessionToken"))
                .get("/api/registrations/" + id)
                .expect(200);
        login(event, Map.of("linkToken", in(again, LINK))).expect(401);
    }

    @Test
    void theSameCallTwiceRegistersOnce() {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        var once = everyone.with("Idempotency-Key", UUID.randomUUID().toString());

        var first = once.post("/api/registrations", body(event, Map.of("email", ada)))
                .expect(201);
        var again = once.post("/api/registrations", body(event, Map.of("email", ada)))
                .expect(201);

        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void whoseAnswerWasLostIsAnsweredAgainThoughTheCodeIsUsedUp() {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        join(event, ada).expect(201);
        var shown = body(event, Map.of("email", ada, "code", in(letter(CODE::matcher), CODE)));
        var once = everyone.with("Idempotency-Key", UUID.randomUUID().toString());

        var lost = once.post("/api/auth/login", shown).expect(200);
        var again = once.post("/api/auth/login", shown).expect(200);

        assertThat(again.json()).isEqualTo(lost.json());
        assertThat(again.header("Set-Cookie")).isEqualTo(lost.header("Set-Cookie"));
        assertThat(beat(again.json()).getBoolean("continue")).isTrue();
        everyone.post("/api/auth/login", shown).expect(401);
    }

    @Test
    void whoShowsTheirOwnLinkAgainUnderTheSameKeyIsLetInAnew() {
        var event = anEvent()
                .with("authType", "email")
                .with("verifyEmail", JsonValue.FALSE)
                .publishedBy(organizer);
        var link = in(join(event, ada).expect(201).json().getString("accessUrl"), LINK);
        var shown = body(event, Map.of("linkToken", link));
        var once = everyone.with("Idempotency-Key", UUID.randomUUID().toString());

        var lost = once.post("/api/auth/login", shown).expect(200).json();
        var again = once.post("/api/auth/login", shown).expect(200).json();

        assertThat(again.getString("sessionId")).isNotEqualTo(lost.getString("sessionId"));
        assertThat(beat(again).getBoolean("continue")).isTrue();
        assertThat(beat(lost).getString("reason")).isEqualTo("replaced_by_newer_screen");
    }

    private static String idOf(Called joined) {
        return joined.expect(201).json().getString("registrationId");
    }

    private String stateOf(String registration) {
        return organizer
                .get("/api/registrations/" + registration)
                .expect(200)
                .json()
                .getString("state");
    }

    private Called join(String event, String email) {
        return everyone.post("/api/registrations", body(event, Map.of("email", email)));
    }

    private Called login(String event, Map<String, String> shown) {
        return everyone.post("/api/auth/login", body(event, shown));
    }

    private JsonObject beat(JsonObject login) {
        return everyone.with("Authorization", "Foyer " + login.getString("sessionToken"))
                .post(
                        "/api/sessions/" + login.getString("sessionId") + "/heartbeat",
                        Json.createObjectBuilder().add("state", "playing").build())
                .expect(200)
                .json();
    }

    /** The text of the first letter to this test's viewer in which something is found. */
    private String letter(Function<String, Matcher> wanted) {
        var path = "/mail/messages?to=" + URLEncoder.encode(ada, StandardCharsets.UTF_8);
        Predicate<String> fits = text -> wanted.apply(text).find();
        var deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(deadline)) {
            for (var item : sandbox.get(path).expect(200).json().getJsonArray("items")) {
                var text = item.asJsonObject().getString("text");
                if (fits.test(text)) {
                    return text;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new AssertionError("No such letter came to " + ada);
    }

    private static String in(String text, Pattern wanted) {
        var found = wanted.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private static JsonObject body(String event, Map<String, String> more) {
        var body = Json.createObjectBuilder().add("eventId", event);
        more.forEach(body::add);
        return body.build();
    }
}
