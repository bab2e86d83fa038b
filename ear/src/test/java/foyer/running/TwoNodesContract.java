package foyer.running;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.launch.FoyerSettings;
import foyer.whole.Door;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.Screen;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Whatever begins on one node goes on and ends on another, whatever joins them. */
abstract class TwoNodesContract extends BothNodesAtOnceContract {
    private static final String PASSWORD = "open sesame";

    /** Several times what any of these tests takes. */
    private static final Duration SESSION = Duration.ofSeconds(60);

    private final Mailbox firstComers = Mailbox.fresh();
    private String firstEvent = "";
    private JsonObject firstComer;
    private Mailbox mailbox = Mailbox.fresh();

    /** Those of nodes whose sessions are short. */
    static FoyerSettings settings(String tablePrefix) {
        return TwoNodes.settings(tablePrefix).with("foyer.session.lifetime", SESSION.toString());
    }

    @BeforeAll
    void somebodyComesWhoseTimeIsOverBeforeTheLastTest() {
        firstEvent = openAtOnce().publishedBy(nodes.organizer());
        firstComer = Door.register(nodes.first(), firstEvent, firstComers);
    }

    @BeforeEach
    void somebodyNew() {
        mailbox = Mailbox.fresh();
    }

    @Test
    void aCodeSentByOneNodeOpensASessionOnTheOtherThatGoesOnOnBoth() {
        var event = byMail().publishedBy(nodes.organizer());
        Door.register(nodes.first(), event, mailbox);

        var screen = Screen.of(
                Door.login(nodes.second(), event, Map.of("email", mailbox.address(), "code", mailbox.code())));

        assertThat(screen.goesOn(nodes.first())).isTrue();
        assertThat(screen.goesOn(nodes.second())).isTrue();
    }

    @Test
    void aLinkSentByOneNodeProvesTheAddressOnTheOtherAndOnNoneAgain() {
        var event = byMail().publishedBy(nodes.organizer());
        Door.register(nodes.first(), event, mailbox);
        var proof = Map.of("linkToken", mailbox.linkToken());

        var screen = Screen.of(Door.login(nodes.second(), event, proof));

        assertThat(screen.goesOn(nodes.first())).isTrue();
        Door.tryLogin(nodes.first(), event, proof).expect(401);
        Door.tryLogin(nodes.second(), event, proof).expect(401);
    }

    @Test
    void aSeatGivenBackOnOneNodeIsOfferedToWhoWaitsOnTheOther() {
        var event = openAtOnce()
                .with("capacity", Json.createValue(1))
                .with("waitingList", JsonValue.TRUE)
                .publishedBy(nodes.organizer());
        var seated = Door.register(nodes.first(), event, Mailbox.fresh());
        var waiting = Door.register(nodes.second(), event, mailbox);
        assertThat(waiting.getJsonObject("flow").getString("currentStep")).isEqualTo("wait");

        nodes.second()
                .with(
                        "Authorization",
                        "Foyer " + seated.getJsonObject("session").getString("sessionToken"))
                .delete("/api/registrations/" + seated.getString("registrationId"))
                .expect(204);

        var offer = mailbox.linkOf("A seat is free").replaceFirst(".*[?&]k=", "");
        var screen = Screen.of(Door.login(nodes.first(), event, Map.of("linkToken", offer)));
        assertThat(screen.goesOn(nodes.second())).isTrue();
    }

    @Test
    void aSharedPasswordOpensOnOneNodeWhatGoesOnOnTheOther() {
        JsonValue password = Json.createObjectBuilder()
                .add("mode", "shared")
                .add("password", PASSWORD)
                .build();
        var event = anEvent()
                .with("authType", "password")
                .with("passwordConfig", password)
                .publishedBy(nodes.organizer());

        var screen = Screen.of(Door.login(nodes.first(), event, Map.of("password", PASSWORD)));

        assertThat(screen.goesOn(nodes.second())).isTrue();
    }

    @Test
    void aPersonalPasswordProvenOnOneNodeOpensOnTheOther() {
        JsonValue personal = Json.createObjectBuilder().add("mode", "personal").build();
        var event = anEvent()
                .with("authType", "password")
                .with("passwordConfig", personal)
                .publishedBy(nodes.organizer());
        var address = mailbox.address();
        var wish = Json.createObjectBuilder(Door.wish(event, mailbox)).add("password", PASSWORD);
        nodes.first().post("/api/registrations", wish.build()).expect(201);
        Door.login(nodes.second(), event, Map.of("email", address, "code", mailbox.code(), "password", PASSWORD));

        var screen = Screen.of(Door.login(nodes.first(), event, Map.of("email", address, "password", PASSWORD)));

        assertThat(screen.goesOn(nodes.second())).isTrue();
        Door.tryLogin(nodes.second(), event, Map.of("email", address, "password", "another one"))
                .expect(401);
    }

    @Test
    void whomTheOrganizerLetsInOnOneNodeWatchesOnTheOther() {
        JsonValue approval = Json.createObjectBuilder().add("approval", true).build();
        var event = openAtOnce().with("registrationConfig", approval).publishedBy(nodes.organizer());
        var registered = Door.register(nodes.second(), event, mailbox);
        var waiting = nodes.second()
                .with(
                        "Authorization",
                        "Foyer " + registered.getJsonObject("session").getString("sessionToken"));
        assertThat(step(waiting, event)).isEqualTo("wait");

        nodes.organizer()
                .post("/api/registrations/" + registered.getString("registrationId") + "/approve")
                .expect(200);

        assertThat(step(waiting, event)).isEqualTo("watch");
        assertThat(Screen.of(registered.getJsonObject("session")).goesOn(nodes.second()))
                .isTrue();
    }

    @Test
    void whatWasClosedOnOneNodeIsClosedOnTheOther() {
        var event = openAtOnce().publishedBy(nodes.organizer());
        var registered = Door.register(nodes.first(), event, mailbox);
        var screen = Screen.of(registered.getJsonObject("session"));
        assertThat(screen.goesOn(nodes.second())).isTrue();

        nodes.first()
                .with("Authorization", "Foyer " + screen.token())
                .delete("/api/sessions/" + screen.sessionId())
                .expect(204);

        screen.isToldToStop(nodes.second(), "closed");
        nodes.second()
                .with("Authorization", "Foyer " + screen.token())
                .get("/api/registrations/" + registered.getString("registrationId"))
                .expect(401);
    }

    private static String step(Http viewer, String event) {
        return viewer.get("/api/events/" + event + "/flow").expect(200).json().getString("currentStep");
    }

    @Test
    void theNewestScreenStaysAndTheOlderOneIsToldOnTheOtherNode() {
        var event = openAtOnce().publishedBy(nodes.organizer());
        var older = Screen.of(Door.register(nodes.first(), event, mailbox).getJsonObject("session"));
        assertThat(older.goesOn(nodes.first())).isTrue();

        var newer = Screen.of(byLink(nodes.second(), event));

        older.isToldToStop(nodes.first(), "replaced_by_newer_screen");
        assertThat(newer.goesOn(nodes.second())).isTrue();
        assertThat(newer.goesOn(nodes.first())).isTrue();
    }

    @Test
    void whatAnOperatorTakesBackOnOneNodeEndsOnTheOther() {
        var event = openAtOnce().publishedBy(nodes.organizer());
        var registered = Door.register(nodes.second(), event, mailbox);
        var screen = Screen.of(registered.getJsonObject("session"));
        assertThat(screen.goesOn(nodes.second())).isTrue();

        nodes.organizer()
                .post("/api/registrations/" + registered.getString("registrationId") + "/revoke")
                .expect(200);

        screen.isToldToStop(nodes.second(), "revoked");
    }

    @Test
    void whoWithdrawsOnOneNodeIsOutOnTheOther() {
        var event = openAtOnce().publishedBy(nodes.organizer());
        var registered = Door.register(nodes.second(), event, mailbox);
        var screen = Screen.of(registered.getJsonObject("session"));
        assertThat(screen.goesOn(nodes.second())).isTrue();

        nodes.first()
                .with("Authorization", "Foyer " + screen.token())
                .delete("/api/registrations/" + registered.getString("registrationId"))
                .expect(204);

        screen.isToldToStop(nodes.second(), "revoked");
    }

    @Test
    void aNewLinkEndsOnOneNodeWhatTheOldOneOpenedOnTheOther() {
        var event = openAtOnce().publishedBy(nodes.organizer());
        var registered = Door.register(nodes.second(), event, mailbox);
        var screen = Screen.of(registered.getJsonObject("session"));
        var oldLink = mailbox.linkToken();
        assertThat(screen.goesOn(nodes.second())).isTrue();

        nodes.organizer()
                .post("/api/registrations/" + registered.getString("registrationId") + "/resend")
                .expect(202);

        screen.isToldToStop(nodes.second(), "revoked");
        Door.tryLogin(nodes.second(), event, Map.of("linkToken", oldLink)).expect(401);
        assertThat(mailbox.linkTokenAfter(oldLink)).isNotBlank();
        assertThat(Screen.of(byLink(nodes.second(), event)).goesOn(nodes.first()))
                .isTrue();
    }

    @Test
    void cancellingTheEventOnOneNodeEndsSessionsOnTheOther() {
        var event = anEvent().publishedBy(nodes.organizer());
        var screen = Screen.of(Door.login(nodes.second(), event, Map.of()));
        assertThat(screen.goesOn(nodes.second())).isTrue();

        nodes.organizer().post("/api/events/" + event + "/cancel").expect(200);

        screen.isToldToStop(nodes.second(), "event_cancelled");
    }

    @Test
    void whoComesBackByTheOtherNodeGoesOnWhereTheyWere() {
        var event = openAtOnce().publishedBy(nodes.organizer());
        var screen = Screen.of(Door.register(nodes.first(), event, mailbox).getJsonObject("session"));
        screen.beat(nodes.first(), 61.5);

        assertThat(Await.until(
                        Duration.ofSeconds(30),
                        () -> byLink(nodes.second(), event).containsKey("position")))
                .isTrue();
        assertThat(byLink(nodes.second(), event).getJsonNumber("position").doubleValue())
                .isEqualTo(61.5);
    }

    // The last one of these, so that the first comer's time is over by then and nobody waits for it.
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void aSessionEndsByTheClockOnTheNodeThatDidNotOpenItTooAndItsViewerComesInAnew() {
        var screen = Screen.of(firstComer.getJsonObject("session"));
        screen.isToldToStop(nodes.second(), SESSION.multipliedBy(2), "expired");

        for (var node : List.of(nodes.second(), nodes.first())) {
            var own = node.with("Authorization", "Foyer " + screen.token());
            assertThat(screen.beat(node, 1).getString("reason")).isEqualTo("expired");
            own.get("/api/events/" + firstEvent + "/flow").expect(401);
            own.delete("/api/registrations/" + firstComer.getString("registrationId"))
                    .expect(401);
        }
        var anew = Screen.of(Door.login(nodes.second(), firstEvent, Map.of("linkToken", firstComers.linkToken())));
        assertThat(anew.goesOn(nodes.first())).isTrue();
    }

    private JsonObject byLink(Http node, String event) {
        return Door.login(node, event, Map.of("linkToken", mailbox.linkToken()));
    }
}
