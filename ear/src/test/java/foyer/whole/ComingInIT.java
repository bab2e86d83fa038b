package foyer.whole;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Viewers come in, in either packaging: by a letter, and by the password that they share. */
@Isolated("it may be what starts Payara Server, which takes both cores")
@ParameterizedClass
@EnumSource(Packaging.class)
class ComingInIT {
    private static final String PASSWORD = "open sesame";

    @Parameter
    Packaging packaging = Packaging.MICRO;

    @Test
    void aCodeByMailOpensThePlayerAndTheLinkOfTheConfirmationDoesSoAgain() {
        var server = Whole.on(packaging);
        var mailbox = Mailbox.fresh();
        var event = anEvent().with("authType", "email").publishedBy(server.as("organizer"));

        var registered = Door.register(server.http(), event, mailbox);
        assertThat(step(registered)).isEqualTo("verify");
        assertThat(mailbox.link()).startsWith(server.url() + "/watch/" + event);
        var proof = mailbox.linkToken();

        plays(Door.login(server.http(), event, Map.of("email", mailbox.address(), "code", mailbox.code())));
        plays(Door.login(server.http(), event, Map.of("linkToken", mailbox.linkTokenAfter(proof))));
        assertThat(mailbox.letters()).hasSize(2);
    }

    @Test
    void aSharedPasswordOpensThePlayerAndAnotherDoesNot() {
        JsonValue password = Json.createObjectBuilder()
                .add("mode", "shared")
                .add("password", PASSWORD)
                .build();
        var event = anEvent()
                .with("authType", "password")
                .with("passwordConfig", password)
                .publishedBy(Whole.on(packaging).as("organizer"));
        var everyone = Whole.on(packaging).http();

        Door.tryLogin(everyone, event, Map.of("password", "guess")).expect(401);

        plays(Door.login(everyone, event, Map.of("password", PASSWORD)));
    }

    private void plays(JsonObject login) {
        assertThat(step(login)).isEqualTo("watch");
        assertThat(login.getJsonObject("playback").getString("url")).endsWith("master.m3u8");
        assertThat(Screen.of(login).goesOn(Whole.on(packaging).http())).isTrue();
    }

    private static String step(JsonObject answer) {
        return answer.getJsonObject("flow").getString("currentStep");
    }
}
