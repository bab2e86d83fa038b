package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.Beside;
import foyer.whole.Door;
import foyer.whole.EventFixture;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators see what viewers will read, and what did not reach them. */
@Beside
class LettersIT {
    private static final List<String> KINDS = List.of(
            "code",
            "confirmation",
            "alreadyRegistered",
            "accessLink",
            "newLink",
            "passwordReset",
            "waitingList",
            "offer",
            "awaitingApproval",
            "revoked",
            "reminderDay",
            "reminderHour",
            "eventChanged",
            "eventCancelled");

    private final Http organizer = Whole.onMicro().as("organizer");

    @Test
    void whoRegistersGetsALetterWithACodeThatIsSentOnce() {
        var event = created(anEvent().with("authType", "email").titled("Été à Köln"));
        organizer.post("/api/events/" + event + "/publish").expect(200);
        var address = "ada-" + UUID.randomUUID() + "@example.org";
        register(event, address);

        assertThat(Await.until(Duration.ofSeconds(20), () -> !letters(address).isEmpty()))
                .isTrue();
        assertThat(letters(address)).singleElement().satisfies(letter -> {
            assertThat(letter.asJsonObject().getString("subject")).matches("[0-9]{6} est votre code pour Été à Köln");
            assertThat(letter.asJsonObject().getString("text")).contains("/watch/" + event + "?k=");
        });
    }

    @Test
    void everyLetterCanBeReadBeforehand() {
        var event = created(anEvent().titled("<script>alert(1)</script> & more"));

        var letter = organizer
                .get("/api/events/" + event + "/letters/confirmation?language=de")
                .expect(200)
                .json();

        assertThat(letter.getString("subject")).isEqualTo("Ihr Platz für <script>alert(1)</script> & more");
        assertThat(letter.getString("html")).contains("&lt;script&gt;").doesNotContain("<script");
        assertThat(letter.getString("text")).contains("Guten Tag Ada Lovelace");
        assertThat(letter.getString("calendar")).contains("METHOD:REQUEST", "BEGIN:VTIMEZONE");
        var page = Whole.onMicro().url() + "/watch/" + event;
        assertThat(letter.getString("text")).contains(page);
        assertThat(letter.getString("calendar").replaceAll("\r\n[ \t]", "")).contains("\r\nURL:" + page + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({"en,Hello Ada", "de,Guten Tag Ada", "es,'Hola, Ada'", "fr,Bonjour Ada", "tlh,Hello Ada"})
    void everyLetterCanBeReadInEveryLanguage(String language, String greeting) {
        var event = created(anEvent().titled("Été à Köln"));

        for (var kind : KINDS) {
            var letter = organizer
                    .get("/api/events/" + event + "/letters/" + kind + "?language=" + language)
                    .expect(200)
                    .json();
            assertThat(letter.getString("text")).as(kind).contains(greeting, "Été à Köln");
            assertThat(letter.getString("html")).as(kind).contains(greeting, "Été à Köln");
            assertThat(letter.getString("subject")).as(kind).contains("Été à Köln");
        }
    }

    @Test
    void whatIsSentIsWhatWasReadBeforehand() {
        var look = Json.createObjectBuilder()
                .add("logoUrl", "https://pictures.example/logo.png?size=2&at='night'")
                .add("primaryColor", "#e2b714");
        var form = Json.createObjectBuilder()
                .add("fields", Json.createArrayBuilder().add("name"))
                .add("customization", look);
        var start = Instant.now().truncatedTo(SECONDS).plus(3, DAYS);
        var event = anEvent()
                .titled("Été & Co. à Köln")
                .lasting(start, start.plus(1, HOURS))
                .with("authType", "email")
                .with("timeZone", "Europe/Vienna")
                .with("registrationConfig", form.build())
                .publishedBy(organizer);
        var ada = Mailbox.fresh();
        var wish = Json.createObjectBuilder(Door.wish(event, ada))
                .add("userData", Json.createObjectBuilder().add("name", "Ada Lovelace"));
        var id = Whole.onMicro()
                .http()
                .post("/api/registrations", wish.build())
                .expect(201)
                .json()
                .getString("registrationId");
        Door.login(Whole.onMicro().http(), event, Map.of("email", ada.address(), "code", ada.code()));
        assertSentAsPreviewed(event, "confirmation", ada);

        Whole.onMicro().http().post("/api/auth/code", Door.wish(event, ada)).expect(202);
        assertSentAsPreviewed(event, "code", ada);
        organizer.post("/api/registrations/" + id + "/resend").expect(202);
        assertSentAsPreviewed(event, "newLink", ada);
        organizer.post("/api/events/" + event + "/cancel").expect(200);
        assertSentAsPreviewed(event, "eventCancelled", ada);
    }

    @Test
    void whatIsNoLetterIsNotFound() {
        var event = created(anEvent());

        organizer.get("/api/events/" + event + "/letters/poem").expect(404);
    }

    @Test
    void deadLettersAreListedAndOnlyTheyAreReplayed() {
        assertThat(organizer.get("/api/letters?state=dead").expect(200).json()).containsKeys("items", "nextCursor");
        organizer.get("/api/letters?state=sent").expect(400);
        organizer.post("/api/letters/none-of-ours/replay").expect(404);
    }

    @Test
    void aLetterThatIsRefusedForGoodIsSeenAndSentAgain() {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        var address = "ada-" + UUID.randomUUID() + "@nobody.example";
        register(event, address);

        var dead = dead(address, "");
        assertThat(dead.getString("reason")).contains("550");
        assertThat(dead.getString("kind")).isEqualTo("code");
        assertThat(dead.toString()).doesNotContain("?k=");

        organizer.post("/api/letters/" + dead.getString("letterId") + "/replay").expect(202);

        assertThat(dead(address, dead.getString("diedAt")).getString("letterId"))
                .isEqualTo(dead.getString("letterId"));
    }

    @Test
    void aDeadLetterThatIsSentAgainArrivesOnce() {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        var ada = Mailbox.fresh();
        var mailbox = "/mail/_control/closed/" + ada.address();
        var sandbox = Http.to(Whole.sandbox().url());
        sandbox.put(mailbox, JsonValue.EMPTY_JSON_OBJECT).expect(204);
        register(event, ada.address());
        var replay = "/api/letters/" + dead(ada.address(), "").getString("letterId") + "/replay";
        sandbox.delete(mailbox).expect(204);

        organizer.post(replay).expect(202);

        var proof = Map.of("email", ada.address(), "code", ada.code());
        Door.login(Whole.onMicro().http(), event, proof);
        // The confirmation came after it.
        assertThat(Await.until(Duration.ofSeconds(30), () -> ada.letters().size() > 1))
                .isTrue();
        assertThat(ada.letters())
                .hasSize(2)
                .last()
                .satisfies(letter -> assertThat(letter.getString("subject")).contains(proof.get("code")));
        assertThat(deadLetters()).noneMatch(letter -> letter.getString("to", "").equals(ada.address()));
        organizer.post(replay).expect(404);
    }

    @Test
    void addressesAreNotForAnalysts() {
        Whole.onMicro().as("analyst").get("/api/letters").expect(403);
        Whole.onMicro().http().get("/api/letters").expect(401);
    }

    /** But for the reader's own code and link, and until when these hold. */
    private void assertSentAsPreviewed(String event, String kind, Mailbox mailbox) {
        var previewed = organizer
                .get("/api/events/" + event + "/letters/" + kind)
                .expect(200)
                .json();
        assertThat(Await.until(
                        Duration.ofSeconds(60),
                        () -> anybodys("subject", mailbox).equals(lines("subject", previewed))))
                .as("a letter '%s' among %s", previewed.getString("subject"), mailbox.letters())
                .isTrue();

        for (var part : List.of("text", "html")) {
            assertThat(anybodys(part, mailbox)).as(kind + "'s " + part).isEqualTo(lines(part, previewed));
        }
    }

    private static List<String> anybodys(String part, Mailbox mailbox) {
        return lines(part, mailbox.letters().get(0)).stream()
                .map(line -> line.replace(mailbox.code(), "123456").replaceAll("[?]k=[A-Za-z0-9._~-]+", ""))
                .toList();
    }

    /** As they are read, without the moment that a code ends at. */
    private static List<String> lines(String part, JsonObject letter) {
        return letter.getString(part)
                .replace("&#x3D;", "=")
                .replaceAll("hold until .* and work once", "hold and work once")
                .lines()
                .toList();
    }

    private String created(EventFixture event) {
        return organizer.post("/api/events", event.json()).expect(201).json().getString("eventId");
    }

    private static void register(String event, String address) {
        var wish = Json.createObjectBuilder()
                .add("eventId", event)
                .add("email", address)
                .add("language", "fr")
                .build();
        Whole.onMicro().http().post("/api/registrations", wish).expect(201);
    }

    /** The letter to this address that was given up, at another moment than the one named. */
    private JsonObject dead(String address, String otherThan) {
        var found = new ArrayList<JsonObject>();
        assertThat(Await.until(Duration.ofSeconds(30), () -> {
                    deadLetters().stream()
                            .filter(letter -> letter.getString("to", "").equals(address))
                            .filter(letter -> !letter.getString("diedAt").equals(otherThan))
                            .forEach(found::add);
                    return !found.isEmpty();
                }))
                .isTrue();
        return found.get(0);
    }

    private List<JsonObject> deadLetters() {
        return organizer
                .get("/api/letters?state=dead&limit=200")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static JsonArray letters(String address) {
        return Http.to(Whole.sandbox().url())
                .get("/mail/messages?to=" + address)
                .expect(200)
                .json()
                .getJsonArray("items");
    }
}
