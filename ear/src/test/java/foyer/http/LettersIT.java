package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.EventFixture;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Operators see what viewers will read, and what did not reach them. */
class LettersIT {
    private final Http organizer = Whole.onMicro().as("organizer");

    @Test
    void whoRegistersGetsALetterWithACodeThatIsSentOnce() {
        var event = created(anEvent().with("authType", "email").titled("Été à Köln"));
        organizer.post("/api/events/" + event + "/publish").expect(200);
        var address = "ada-" + UUID.randomUUID() + "@example.org";
        var wish = Json.createObjectBuilder()
                .add("eventId", event)
                .add("email", address)
                .add("language", "fr")
                .build();

        Whole.onMicro().http().post("/api/registrations", wish).expect(201);

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
    void addressesAreNotForAnalysts() {
        Whole.onMicro().as("analyst").get("/api/letters").expect(403);
        Whole.onMicro().http().get("/api/letters").expect(401);
    }

    private String created(EventFixture event) {
        return organizer.post("/api/events", event.json()).expect(201).json().getString("eventId");
    }

    private static JsonArray letters(String address) {
        return Http.to(Whole.sandbox().url())
                .get("/mail/messages?to=" + address)
                .expect(200)
                .json()
                .getJsonArray("items");
    }
}
