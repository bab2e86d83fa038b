package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Called;
import foyer.whole.Door;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may register, and what one is answered who does. */
@Beside
class RegisteringIT {
    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();

    @Test
    void beforeAndAfterItsWindowAnEventTakesNoRegistrations() {
        var closed = anEvent()
                .with("authType", "email")
                .with(
                        "registrationConfig",
                        window("opensAt", "2020-01-01T12:00:00", "closesAt", "2020-01-02T12:00:00"));
        var early = anEvent()
                .with("authType", "email")
                .with(
                        "registrationConfig",
                        window("opensAt", "2126-01-01T12:00:00", "closesAt", "2126-01-02T12:00:00"));

        for (var event : List.of(closed, early)) {
            assertThat(register(event.publishedBy(organizer), "ada@example.org")
                            .expect(409)
                            .errorCode())
                    .isEqualTo("registration_closed");
        }
    }

    @Test
    void aSecondRegistrationIsAnsweredAsAFirstOneUnderAnotherId() {
        var event = anOpenEvent();

        var first = register(event, "ada@example.org").expect(201).json();
        var second = register(event, "ada@EXAMPLE.org").expect(201).json();

        assertThat(second.keySet()).isEqualTo(first.keySet());
        assertThat(second.getJsonObject("flow")).isEqualTo(first.getJsonObject("flow"));
        assertThat(second.getString("registrationId")).isNotEqualTo(first.getString("registrationId"));
        assertThat(first.getString("state")).isEqualTo("held").isEqualTo(second.getString("state"));
        organizer
                .get("/api/registrations/" + second.getString("registrationId"))
                .expect(404);
        var listed = organizer
                .get("/api/events/" + event + "/registrations")
                .expect(200)
                .json();
        assertThat(listed.getJsonArray("items")).hasSize(1);
        assertThat(listed.getJsonArray("items").getJsonObject(0).getString("registrationId"))
                .isEqualTo(first.getString("registrationId"));
    }

    @Test
    void whereNothingHasToBeProvenTheFirstOneIsInAndTheEventCannotBeArchived() {
        var event = anEvent()
                .with("authType", "email")
                .with("verifyEmail", JsonValue.FALSE)
                .publishedBy(organizer);

        var first = register(event, "ada@example.org").expect(201).json();
        var second = register(event, "ada@example.org").expect(201).json();

        assertThat(first.getString("state")).isEqualTo("confirmed");
        assertThat(first.getJsonObject("session").getString("sessionToken")).isNotBlank();
        assertThat(second).doesNotContainKey("session").doesNotContainKey("accessUrl");
        var link = URI.create(first.getString("accessUrl"));
        assertThat(link.getPath()).isEqualTo("/watch/" + event);
        var again = Json.createObjectBuilder()
                .add("eventId", event)
                .add("linkToken", link.getQuery().replaceFirst("^k=", ""));
        assertThat(everyone.post("/api/auth/login", again.build()).expect(200).json())
                .containsKey("sessionToken");
        assertThat(organizer.delete("/api/events/" + event).expect(409).errorCode())
                .isEqualTo("seats_sold");
    }

    @Test
    void theLastSeatIsSoldOnceAndIsFreeAgainWhenItIsTakenBack() {
        var event = anEvent()
                .with("authType", "email")
                .with("capacity", Json.createValue(1))
                .publishedBy(organizer);
        var first = register(event, "ada@example.org").expect(201).json();

        assertThat(register(event, "bob@example.org").expect(409).errorCode()).isEqualTo("sold_out");
        organizer
                .post("/api/registrations/" + first.getString("registrationId") + "/revoke")
                .expect(200);

        register(event, "bob@example.org").expect(201);
    }

    @Test
    void whoeverTheOrganizerAgreesToIsConfirmed() {
        var config = Json.createObjectBuilder().add("approval", true).build();
        var event = anEvent()
                .with("authType", "email")
                .with("verifyEmail", JsonValue.FALSE)
                .with("registrationConfig", config)
                .publishedBy(organizer);
        var asked = register(event, "ada@example.org").expect(201).json();
        assertThat(asked.getString("state")).isEqualTo("awaitingApproval");

        var approved = organizer
                .post("/api/registrations/" + asked.getString("registrationId") + "/approve")
                .expect(200)
                .json();

        assertThat(approved.getString("state")).isEqualTo("confirmed");
    }

    private static JsonObject window(String opens, String from, String closes, String until) {
        return Json.createObjectBuilder().add(opens, from).add(closes, until).build();
    }

    private Called register(String event, String email) {
        return Door.tryRegister(everyone, event, email);
    }

    private String anOpenEvent() {
        return anEvent().with("authType", "email").publishedBy(organizer);
    }
}
