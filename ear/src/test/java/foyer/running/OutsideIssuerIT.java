package foyer.running;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import foyer.launch.Await;
import foyer.launch.FoyerSettings;
import foyer.launch.MicroServer;
import foyer.whole.Door;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.OwnServers;
import foyer.whole.Screen;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An issuer outside, with keys of its own (RS256), trusted instead of ours. */
@OwnServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideIssuerIT {
    private static final String ISSUER = "https://identity.example/realms/organisation";
    private static final String AUDIENCE = "foyer-api";
    private static final String PREFIX = "outside-";

    /** Longer than it takes to look at a session that was just given, on a machine that is busy. */
    private static final Duration SESSION = Duration.ofSeconds(15);

    private HttpServer issuer;
    private RSAKey key;
    private FoyerSettings settings = Whole.settings(PREFIX);
    private MicroServer server;

    @BeforeAll
    void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("outside-1").generate();
        var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        issuer.createContext("/jwks", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
        settings = Whole.manyCallers(Whole.settings(PREFIX))
                .with("foyer.session.lifetime", SESSION.toString())
                .with("foyer.jwt.issuer", ISSUER)
                .with(
                        "foyer.jwt.jwks",
                        "http://127.0.0.1:" + issuer.getAddress().getPort() + "/jwks")
                .with("foyer.jwt.algorithm", "RS256")
                .with("foyer.jwt.audience", AUDIENCE);
        server = Whole.another(settings);
    }

    @AfterAll
    void stop() {
        server.close();
        issuer.stop(0);
    }

    @Test
    void itsTokensCarryOurRoles() throws JOSEException {
        with(token(ISSUER, AUDIENCE, "organizer"))
                .post("/api/events", anEvent().json())
                .expect(201);
        with(token(ISSUER, AUDIENCE, "analyst"))
                .post("/api/events", anEvent().json())
                .expect(403);
    }

    @Test
    void whatIsNotMeantForUsIsRefused() throws JOSEException {
        with(token("https://elsewhere.example", AUDIENCE, "admin"))
                .get("/api/events")
                .expect(401);
        with(token(ISSUER, "another-api", "admin")).get("/api/events").expect(401);
        with(Whole.onMicro().bearer("admin").substring(7)).get("/api/events").expect(401);
    }

    @Test
    void aTokenThatRanOutIsToldSo() throws JOSEException {
        var over = token(ISSUER, AUDIENCE, "admin", Instant.now().minusSeconds(300));

        var refused = with(over).get("/api/events").expect(401);

        refused.problem();
        assertThat(refused.errorCode()).isEqualTo("token_expired");
    }

    @Test
    void ourOwnLoginIsOff() {
        var credentials = Json.createObjectBuilder()
                .add("email", Whole.ADMIN_EMAIL)
                .add("password", Whole.ADMIN_PASSWORD)
                .build();

        assertThat(Http.to(server.url())
                        .post("/api/auth/login", credentials)
                        .expect(409)
                        .errorCode())
                .isEqualTo("wrong_state");
    }

    /** It belongs to no issuer, but to a server whose sessions are short, and this one lets nobody else in. */
    @Test
    void aSessionEndsByTheClockAndTheTimerClearsItsRowAway() throws JOSEException {
        var event = anEvent()
                .with("authType", "email")
                .with("verifyEmail", JsonValue.FALSE)
                .publishedBy(with(token(ISSUER, AUDIENCE, "organizer")));
        var viewers = Http.to(server.url());
        var registered = Door.register(viewers, event, Mailbox.fresh());
        var screen = Screen.of(registered.getJsonObject("session"));
        assertThat(screen.goesOn(viewers)).isTrue();
        assertThat(hasRow(screen)).isTrue();

        screen.isToldToStop(viewers, SESSION.multipliedBy(2), "expired");

        var own = viewers.with("Authorization", "Foyer " + screen.token());
        own.get("/api/events/" + event + "/flow").expect(401);
        own.delete("/api/registrations/" + registered.getString("registrationId"))
                .expect(401);
        assertThat(Await.until(Duration.ofSeconds(30), () -> !hasRow(screen))).isTrue();
    }

    private boolean hasRow(Screen screen) {
        try (var store = DynamoDbClient.builder()
                .endpointOverride(URI.create(settings.plain().get("foyer.store.endpoint")))
                .region(Region.of("local"))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build()) {
            var key = Map.of("sessionId", AttributeValue.fromS(screen.sessionId()));
            return store.getItem(
                            get -> get.tableName(PREFIX + "sessions").key(key).consistentRead(true))
                    .hasItem();
        }
    }

    private Http with(String token) {
        return Http.to(server.url()).with("Authorization", "Bearer " + token);
    }

    private String token(String from, String audience, String role) throws JOSEException {
        return token(from, audience, role, Instant.now().plusSeconds(300));
    }

    private String token(String from, String audience, String role, Instant expires) throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .issuer(from)
                .audience(audience)
                .subject("somebody")
                .claim("upn", "somebody@organisation.example")
                .claim("groups", List.of(role))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(expires.minusSeconds(300)))
                .expirationTime(Date.from(expires))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
