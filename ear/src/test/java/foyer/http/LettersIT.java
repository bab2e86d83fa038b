package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.EventFixture;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators see what viewers will read, and what did not reach them. */
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
    void addressesAreNotForAnalysts() {
        Whole.onMicro().as("analyst").get("/api/letters").expect(403);
        Whole.onMicro().http().get("/api/letters").expect(401);
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
                    var listed = organizer
                            .get("/api/letters?state=dead&limit=200")
                            .expect(200)
                            .json();
                    listed.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                            .filter(letter -> letter.getString("to", "").equals(address))
                            .filter(letter -> !letter.getString("diedAt").equals(otherThan))
                            .forEach(found::add);
                    return !found.isEmpty();
                }))
                .isTrue();
        return found.get(0);
    }

    private static JsonArray letters(String address) {
        return Http.to(Whole.sandbox().url())
                .get("/mail/messages?to=" + address)
                .expect(200)
                .json()
                .getJsonArray("items");
    }
}
