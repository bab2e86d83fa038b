package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Those for whom no seat was left have a place in a line, and take the seat that becomes free. */
@Beside
class WaitingListIT {
    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();
    private final Joiner ada = new Joiner();
    private final String event = anEvent()
            .with("authType", "email")
            .with("capacity", Json.createValue(1))
            .with("waitingList", JsonValue.TRUE)
            .publishedBy(organizer);

    @Test
    void whoWaitsShowsAndGivesUpTheirPlaceByTheLinkOfTheirLetter() {
        new Joiner().join(event).expect(201);
        var id = ada.register(event);
        var link = ada.ownLink();
        var waiting = everyone.with("Authorization", "Foyer " + link);

        assertThat(waiting.get("/api/registrations/" + id).expect(200).json().getString("state"))
                .isEqualTo("waiting");
        var left = waiting.delete("/api/registrations/" + id).expect(204);

        assertThat(left.header("Set-Cookie"))
                .startsWith("__Host-foyer-" + event + "=;")
                .contains("Max-Age=0");
        assertThat(stateOf(id)).isEqualTo("cancelled");
    }

    @Test
    void aSeatThatBecomesFreeIsTheFirstsWhoWaitsAndTakenByTheirLetter() {
        var seated = new Joiner().register(event);
        var waiting = ada.register(event);
        var last = new Joiner().register(event);
        assertThat(stateOf(waiting)).isEqualTo("waiting");

        organizer.delete("/api/registrations/" + seated).expect(204);

        var offer = ada.letter("A seat has become free");
        assertThat(stateOf(waiting)).isEqualTo("held");
        var login = ada.login(event, Map.of("linkToken", Joiner.linkIn(offer)))
                .expect(200)
                .json();
        assertThat(login.getJsonObject("flow").getString("currentStep")).isEqualTo("watch");
        assertThat(ada.beat(login).getBoolean("continue")).isTrue();
        assertThat(stateOf(waiting)).isEqualTo("confirmed");
        assertThat(stateOf(last)).isEqualTo("waiting");
    }

    private String stateOf(String registration) {
        return organizer
                .get("/api/registrations/" + registration)
                .expect(200)
                .json()
                .getString("state");
    }
}
