package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.AtOnce;
import foyer.whole.Beside;
import foyer.whole.Called;
import foyer.whole.Http;
import foyer.whole.Whole;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The manners of Idempotency-Key. */
@Beside
class IdempotencyIT {
    private final Http organizer = Whole.onMicro().as("organizer");

    @Test
    void theSameKeyAndBodyGetTheSameAnswer() {
        var keyed = organizer.with("Idempotency-Key", key());
        var event = anEvent().json();

        var first = keyed.post("/api/events", event).expect(201);
        var again = keyed.post("/api/events", event).expect(201);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void whiteSpaceMakesNoOtherBody() {
        var keyed = organizer.with("Idempotency-Key", key());
        var event = anEvent().json().toString();

        var first = keyed.call("POST", "/api/events", event).expect(201);
        var again =
                keyed.call("POST", "/api/events", event.replace(",", " ,\n ")).expect(201);

        assertThat(again.json().getString("eventId")).isEqualTo(first.json().getString("eventId"));
    }

    @Test
    void anotherBodyUnderTheKeyIsRefused() {
        var keyed = organizer.with("Idempotency-Key", key());
        keyed.post("/api/events", anEvent().json()).expect(201);

        var other =
                keyed.post("/api/events", anEvent().titled("Another").json()).expect(422);

        assertThat(other.errorCode()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void twelveCallersWithOneKeyMakeOneEvent() {
        var keyed = organizer.with("Idempotency-Key", key());
        var event = anEvent().titled("Once " + key()).json();

        var answers = AtOnce.calls(12, caller -> keyed.post("/api/events", event));

        assertThat(answers).extracting(Called::status).containsAnyOf(201).isSubsetOf(201, 409);
        var ids = new HashSet<String>();
        answers.stream()
                .filter(answer -> answer.status() == 201)
                .forEach(answer -> ids.add(answer.json().getString("eventId")));
        assertThat(ids).hasSize(1);
        assertThat(keyed.post("/api/events", event).expect(201).json().getString("eventId"))
                .isIn(ids);
        assertThat(titled(event.getString("title"))).hasSize(1);
    }

    @Test
    void oddKeysAreRefused() {
        for (var odd : List.of("k".repeat(256), "with space")) {
            var answer = organizer
                    .with("Idempotency-Key", odd)
                    .post("/api/events", anEvent().json());

            assertThat(answer.status()).as(odd).isEqualTo(400);
        }
    }

    private List<String> titled(String title) {
        return organizer.get("/api/events?limit=200").json().getJsonArray("items").stream()
                .map(item -> item.asJsonObject().getString("title"))
                .filter(title::equals)
                .toList();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
