package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a registration and its session: by its viewer, by the organizer, and by nobody else. */
@Beside
class OwnRegistrationIT {
    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();
    private final Joiner ada = new Joiner();
    private final Joiner bob = new Joiner();

    @Test
    void whoIsRevokedIsOutByLinkAndBySession() {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        var id = ada.register(event);
        var login = ada.comeIn(event);
        var link = ada.ownLink();

        organizer.post("/api/registrations/" + id + "/revoke").expect(200);

        assertThat(ada.beat(login).getString("reason")).isEqualTo("revoked");
        ada.login(event, Map.of("linkToken", link)).expect(401);
    }

    @Test
    void aViewerGivesTheirSeatBack() {
        var event = anEvent()
                .with("authType", "email")
                .with("capacity", Json.createValue(1))
                .publishedBy(organizer);
        var id = ada.register(event);
        var login = ada.comeIn(event);
        var path = "/api/registrations/" + id;

        bob.join(event).expect(409);
        everyone.delete(path).expect(401);
        ada.under(login).delete(path).expect(204);

        assertThat(ada.beat(login).getBoolean("continue")).isFalse();
        bob.join(event).expect(201);
    }

    @Test
    void aSessionThatWasClosedHasNoRightsLeft() {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        var id = ada.register(event);
        var login = ada.comeIn(event);
        var own = ada.under(login);
        own.get("/api/events/" + event + "/flow").expect(200);

        own.delete("/api/sessions/" + login.getString("sessionId")).expect(204);

        assertThat(ada.beat(login).getString("reason")).isEqualTo("closed");
        own.get("/api/events/" + event + "/flow").expect(401);
        own.get("/api/registrations/" + id).expect(401);
        own.post("/api/registrations/" + id + "/resend").expect(401);
        own.delete("/api/registrations/" + id).expect(401);
        assertThat(organizer.get("/api/registrations/" + id).expect(200).json().getString("state"))
                .isEqualTo("confirmed");
    }

    @Test
    void aRegistrationIsItsOwnViewersAndNobodyElses() {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        var id = ada.register(event);
        var login = ada.comeIn(event);
        var own = ada.under(login);
        var others = bob.register(event);

        assertThat(own.get("/api/registrations/" + id).expect(200).json().getString("email"))
                .isEqualTo(ada.address());
        own.post("/api/registrations/" + id + "/resend").expect(202);
        assertThat(ada.beat(login).getBoolean("continue")).isTrue();

        own.get("/api/registrations/" + others).expect(404);
        own.delete("/api/registrations/" + others).expect(404);
        own.post("/api/registrations/" + others + "/resend").expect(404);
        everyone.post("/api/registrations/" + id + "/resend").expect(401);
        own.with("Origin", "https://elsewhere.example")
                .delete("/api/registrations/" + id)
                .expect(403);
    }
}
