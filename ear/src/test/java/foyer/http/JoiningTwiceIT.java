package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Door;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who registers or comes in once more, because they forgot it or an answer was lost. */
@Beside
class JoiningTwiceIT {
    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();
    private final Joiner ada = new Joiner();

    @Test
    void aSecondRegistrationIsAnsweredAsTheFirst() {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        var first = ada.join(event).expect(201);
        var second = ada.join(event).expect(201);

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
        var id = ada.register(event);
        ada.comeIn(event);
        ada.join(event).expect(201);
        var again = ada.letter("registered already");

        var login = ada.login(event, Map.of("email", ada.address(), "code", Joiner.codeIn(again)))
                .expect(200)
                .json();

        ada.under(login).get("/api/registrations/" + id).expect(200);
        ada.login(event, Map.of("linkToken", Joiner.linkIn(again))).expect(401);
    }

    @Test
    void theSameCallTwiceRegistersOnce() {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        var once = everyone.with("Idempotency-Key", UUID.randomUUID().toString());

        var first =
                once.post("/api/registrations", Door.wish(event, ada.mailbox())).expect(201);
        var again =
                once.post("/api/registrations", Door.wish(event, ada.mailbox())).expect(201);

        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void whoseAnswerWasLostIsAnsweredAgainThoughTheCodeIsUsedUp() {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        ada.join(event).expect(201);
        var proof = ada.proof();
        var once = everyone.with("Idempotency-Key", UUID.randomUUID().toString());

        var lost = Door.tryLogin(once, event, proof).expect(200);
        var again = Door.tryLogin(once, event, proof).expect(200);

        assertThat(again.json()).isEqualTo(lost.json());
        assertThat(again.header("Set-Cookie")).isEqualTo(lost.header("Set-Cookie"));
        assertThat(ada.beat(again.json()).getBoolean("continue")).isTrue();
        ada.login(event, proof).expect(401);
    }

    @Test
    void whoShowsTheirOwnLinkAgainUnderTheSameKeyIsLetInAnew() {
        var event = anEvent()
                .with("authType", "email")
                .with("verifyEmail", JsonValue.FALSE)
                .publishedBy(organizer);
        var link = Joiner.linkIn(ada.join(event).expect(201).json().getString("accessUrl"));
        var proof = Map.of("linkToken", link);
        var once = everyone.with("Idempotency-Key", UUID.randomUUID().toString());

        var lost = Door.tryLogin(once, event, proof).expect(200).json();
        var again = Door.tryLogin(once, event, proof).expect(200).json();

        assertThat(again.getString("sessionId")).isNotEqualTo(lost.getString("sessionId"));
        assertThat(ada.beat(again).getBoolean("continue")).isTrue();
        assertThat(ada.beat(lost).getString("reason")).isEqualTo("replaced_by_newer_screen");
    }
}
