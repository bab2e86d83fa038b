package foyer.running;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Called;
import foyer.whole.Door;
import foyer.whole.Mailbox;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A password of somebody's own, guessed at from another network than theirs, where the usual limits hold. */
@Isolated("it starts servers of its own, which takes both cores")
class GuessedPasswordsIT {
    private static final String VIEWERS = "203.0.113.80";
    private static final String STRANGERS = "203.0.113.81";
    private static final String PASSWORD = "correct horse battery";
    private static final int FREE = 5;

    private final Mailbox mailbox = Mailbox.fresh();
    private final String event = anEvent()
            .with("authType", "password")
            .with(
                    "passwordConfig",
                    Json.createObjectBuilder().add("mode", "personal").build())
            .with("verifyEmail", JsonValue.FALSE)
            .publishedBy(Production.organizer("203.0.113.82"));

    @Test
    void whoGuessesHasToWaitAndTheViewerOnAnotherNetworkHasNot() {
        var wish = Json.createObjectBuilder(Door.wish(event, mailbox)).add("password", PASSWORD);
        Production.from(VIEWERS).post("/api/registrations", wish.build()).expect(201);
        for (var guess = 0; guess < FREE; guess++) {
            by(STRANGERS, "open sesame " + guess).expect(401);
        }
        Guessing.untilTheWaitIsLong(() -> by(STRANGERS, "open sesame"));

        var refused = by(STRANGERS, PASSWORD).expect(429);

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        by(VIEWERS, PASSWORD).expect(200);
    }

    private Called by(String network, String password) {
        return Door.tryLogin(Production.from(network), event, Map.of("email", mailbox.address(), "password", password));
    }
}
