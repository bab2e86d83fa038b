package foyer.running;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Called;
import foyer.whole.Door;
import foyer.whole.Mailbox;
import jakarta.json.Json;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/** Codes that come by mail, guessed at from one network and from many, where the usual limits hold. */
@Isolated("it starts servers of its own, which takes both cores")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodesIT {
    private static final String VIEWERS = "203.0.113.70";
    private static final int WORTH_NOTHING_AFTER = 10;
    private static final int FREE = 5;

    private String event = "";
    private Mailbox mailbox = Mailbox.fresh();

    @BeforeAll
    void anEventByMail() {
        event = anEvent().with("authType", "email").publishedBy(Production.organizer("203.0.113.71"));
    }

    @BeforeEach
    void somebodyRegisters() {
        mailbox = Mailbox.fresh();
        Door.register(Production.from(VIEWERS), event, mailbox);
    }

    @Test
    void afterTenWrongOnesTheRightOneOpensNothingAndTheLinkBesideItDoes() {
        var code = mailbox.code();
        var link = mailbox.linkToken();
        guessFromManyNetworks();

        assertThat(by(VIEWERS, code).expect(401).errorCode()).isEqualTo("bad_credentials");
        Door.login(Production.from(VIEWERS), event, Map.of("linkToken", link));
    }

    @Test
    void afterTenWrongOnesTheNextLettersOpens() {
        var code = mailbox.code();
        guessFromManyNetworks();

        askForAnother();

        by(VIEWERS, mailbox.codeAfter(code)).expect(200);
    }

    @Test
    void whoGuessesHasToWaitAndTheViewerOnAnotherNetworkHasNot() {
        var code = mailbox.code();
        for (var guess = 0; guess < FREE; guess++) {
            by("203.0.113.72", "guess!").expect(401);
        }
        Guessing.untilTheWaitIsLong(() -> by("203.0.113.72", "guess!"));

        var refused = by("203.0.113.72", code).expect(429);

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        by(VIEWERS, code).expect(200);
    }

    @Test
    void twoAreAliveAndTheOneThatIsUsedEndsBoth() {
        var first = mailbox.code();
        askForAnother();
        var second = mailbox.codeAfter(first);

        by(VIEWERS, first).expect(200);

        by(VIEWERS, second).expect(401);
        by(VIEWERS, first).expect(401);
    }

    private void guessFromManyNetworks() {
        for (var guess = 0; guess < WORTH_NOTHING_AFTER; guess++) {
            by("198.51.100." + (guess + 1), "guess!").expect(401);
        }
    }

    private void askForAnother() {
        var asked = Json.createObjectBuilder().add("eventId", event).add("email", mailbox.address());
        Production.from(VIEWERS).post("/api/auth/code", asked.build()).expect(202);
    }

    private Called by(String network, String code) {
        return Door.tryLogin(Production.from(network), event, Map.of("email", mailbox.address(), "code", code));
    }
}
