package foyer.http;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Build;
import foyer.whole.Http;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From registering to the picture, with the letters between. */
@Beside
class JoiningIT {
    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();
    private final Joiner ada = new Joiner();

    @Test
    void aCodeByMailOpensThePlayerAndItsLinkDoesOnAnotherDevice() {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        var joined = ada.join(event).expect(201).json();
        assertThat(joined.getJsonObject("flow").getString("currentStep")).isEqualTo("verify");
        assertThat(joined).doesNotContainKey("session");

        var proof = ada.proof();
        var login = ada.login(event, proof).expect(200);
        assertThat(login.json().getJsonObject("flow").getString("currentStep")).isEqualTo("watch");
        assertThat(login.header("Set-Cookie"))
                .startsWith("__Host-foyer-" + event)
                .contains("Secure", "HttpOnly", "SameSite=None", "Partitioned");
        assertThat(ada.login(event, proof).expect(401).errorCode()).isEqualTo("bad_credentials");

        var link = ada.ownLink();
        var newer = ada.login(event, Map.of("linkToken", link)).expect(200).json();
        assertThat(ada.beat(newer).getBoolean("continue")).isTrue();
        assertThat(ada.beat(login.json()).getString("reason")).isEqualTo("replaced_by_newer_screen");

        var madeWay = ada.under(login.json())
                .get("/api/events/" + event + "/flow")
                .expect(200)
                .json();
        assertThat(madeWay.getString("currentStep")).isEqualTo("refused");
        assertThat(madeWay.getJsonObject("sessionData").getString("reason")).isEqualTo("replaced_by_newer_screen");
        assertThat(madeWay.getJsonObject("sessionData")).doesNotContainKey("playback");
    }

    @Test
    void asManyScreensGoOnAsTheEventSaysAndTheOldestMakesWay() {
        var event = anEvent()
                .with("authType", "email")
                .with("verifyEmail", JsonValue.FALSE)
                .with("screens", Json.createValue(2))
                .publishedBy(organizer);
        var first = ada.join(event).expect(201).json().getJsonObject("session");
        var link = ada.link();
        var second = ada.login(event, Map.of("linkToken", link)).expect(200).json();
        assertThat(ada.beat(first).getBoolean("continue")).isTrue();
        assertThat(ada.beat(second).getBoolean("continue")).isTrue();

        var third = ada.login(event, Map.of("linkToken", link)).expect(200).json();

        assertThat(ada.beat(first).getString("reason")).isEqualTo("replaced_by_newer_screen");
        assertThat(ada.beat(second).getBoolean("continue")).isTrue();
        assertThat(ada.beat(third).getBoolean("continue")).isTrue();
    }

    @Test
    void neitherCodesNorLinksNorTokensAreLogged() throws IOException {
        var event = anEvent().with("authType", "email").publishedBy(organizer);
        ada.join(event).expect(201);
        var code = ada.code();
        var login = ada.login(event, Map.of("email", ada.address(), "code", code))
                .expect(200)
                .json();
        var link = ada.ownLink();
        everyone.get("/watch/" + event + "?k=" + link).expect(200);
        ada.login(event, Map.of("linkToken", link)).expect(200);
        ada.login(event, Map.of("linkToken", link + "x")).expect(401);
        everyone.get("/api/events/" + event + "/flow?k=" + link).expect(200);
        var secret = link.substring(link.lastIndexOf('.') + 1);

        var port = URI.create(Whole.onMicro().url()).getPort();
        assertThat(Files.readString(Build.logs().resolve("foyer-micro-" + port + ".log")))
                .doesNotContain(secret, login.getString("sessionToken"))
                .doesNotContainPattern("\\b" + code + "\\b");
    }

    @Test
    void aLettersLinkLeadsBackToThePartnersPage() {
        var home = "https://partner.example/evening";
        var embedding = Json.createObjectBuilder()
                .add("allowedOrigins", Json.createArrayBuilder().add("https://partner.example"))
                .add("pageUrl", home);
        var event = anEvent()
                .with("authType", "email")
                .with("embedConfig", embedding.build())
                .publishedBy(organizer);
        ada.join(event).expect(201);
        var link = ada.link();

        assertThat(everyone.get("/watch/" + event + "?k=" + link).expect(200).text())
                .contains("<a href=\"" + home + "\">");
        var login = ada.login(event, Map.of("linkToken", link)).expect(200).json();
        assertThat(login.getJsonObject("flow").getString("redirectUrl")).isEqualTo(home);
    }
}
