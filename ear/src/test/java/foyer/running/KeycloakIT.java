package foyer.running;

import static foyer.whole.EventFixture.anEvent;

import foyer.launch.Await;
import foyer.launch.ChildProcess;
import foyer.launch.MicroServer;
import foyer.launch.Ports;
import foyer.launch.Probe;
import foyer.whole.Build;
import foyer.whole.Http;
import foyer.whole.Whole;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A real Keycloak is trusted instead of our own keys. It is 170 MB and takes longer to start than the tests it is for, so
 * that {@code mvn verify -Pkeycloak} alone fetches and starts it.
 */
@Isolated("it starts servers of its own, which takes both cores")
@EnabledIfSystemProperty(named = KeycloakIT.DISTRIBUTION, matches = ".+", disabledReason = "for -Pkeycloak alone")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakIT {
    static final String DISTRIBUTION = "foyer.test.keycloak";

    private static final String REALM = "/realms/organisation";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private ChildProcess keycloak;
    private Http realm;
    private MicroServer server;

    @BeforeAll
    void start() throws IOException {
        var port = Ports.free();
        var url = "http://localhost:" + port;
        keycloak = startKeycloak(Path.of(System.getProperty(DISTRIBUTION)), port);
        if (!Await.until(PATIENCE, () -> Probe.answers(url + REALM))) {
            throw new AssertionError("Keycloak did not come up. It said:\n" + keycloak.lastWords());
        }
        realm = Http.to(url + REALM);
        var settings = Whole.settings("keycloak-")
                .with("foyer.jwt.issuer", url + REALM)
                .with("foyer.jwt.jwks", url + REALM + "/protocol/openid-connect/certs")
                .with("foyer.jwt.algorithm", "RS256")
                .with("foyer.jwt.audience", "foyer-api");
        server = Whole.another(settings);
    }

    @AfterAll
    void stop() {
        server.close();
        keycloak.close();
    }

    @Test
    void whoSignsInThereHasTheRoleThatTheyHaveThere() {
        signedIn("olga").post("/api/events", anEvent().json()).expect(201);
        signedIn("anna").get("/api/events").expect(200);
        signedIn("anna").post("/api/events", anEvent().json()).expect(403);
    }

    @Test
    void ourOwnTokensCountForNothing() {
        Http.to(server.url())
                .with("Authorization", Whole.onMicro().bearer("admin"))
                .get("/api/events")
                .expect(401);
    }

    private Http signedIn(String user) {
        var form = "grant_type=password&client_id=studio&username=" + user + "&password=open+sesame";
        var token = realm.with("Content-Type", "application/x-www-form-urlencoded")
                .call("POST", "/protocol/openid-connect/token", BodyPublishers.ofString(form))
                .expect(200)
                .json()
                .getString("access_token");
        return Http.to(server.url()).with("Authorization", "Bearer " + token);
    }

    private static ChildProcess startKeycloak(Path home, int port) throws IOException {
        var realm = "organisation-realm.json";
        var imported = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(
                imported.resolve(realm), Files.readString(Build.project().resolve("ear/src/test/keycloak/" + realm)));
        var script = home.resolve("bin/kc.sh").toString();
        var command = List.of("bash", script, "start-dev", "--import-realm", "--http-port=" + port);
        return ChildProcess.start("keycloak", command, Map.of(), Build.logs());
    }
}
