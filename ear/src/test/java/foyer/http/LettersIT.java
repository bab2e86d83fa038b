package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.EventFixture;
import foyer.whole.Http;
import foyer.whole.Whole;
import org.junit.jupiter.api.Test;

/** Operators see what viewers will read, and what did not reach them. */
class LettersIT {
    private final Http organizer = Whole.onMicro().as("organizer");

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
}
