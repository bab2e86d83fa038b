package foyer.token.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import foyer.shared.Unavailable;
import foyer.token.SomeTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FetchedOutsideKeysTest {
    private final HttpServer issuer = started();

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void onlyWhatVerifiesIsKeptAndNothingSecret() throws Exception {
        var signing = new ECKeyGenerator(Curve.P_256)
                .keyID("signing")
                .keyUse(KeyUse.SIGNATURE)
                .generate();
        var sealing = new ECKeyGenerator(Curve.P_256)
                .keyID("sealing")
                .keyUse(KeyUse.ENCRYPTION)
                .generate();
        var nameless = new ECKeyGenerator(Curve.P_256).generate();
        var shared = new OctetSequenceKeyGenerator(256).keyID("shared").generate();
        publish(200, new JWKSet(List.<JWK>of(signing, sealing, nameless, shared)).toString(false));

        assertThat(keys().keySet().getKeys()).containsExactly(signing.toPublicJWK());
    }

    @Test
    void anErrorIsNoKeySet() {
        publish(503, "{\"keys\":[]}");

        assertThatThrownBy(() -> keys().keySet()).isInstanceOf(Unavailable.class);
    }

    @Test
    void aPageIsNoKeySet() {
        publish(200, "<html>sign in</html>");

        assertThatThrownBy(() -> keys().keySet()).isInstanceOf(Unavailable.class);
    }

    @Test
    void whoDoesNotAnswerHasNoKeys() {
        issuer.stop(0);

        assertThatThrownBy(() -> keys().keySet()).isInstanceOf(Unavailable.class);
    }

    private FetchedOutsideKeys keys() {
        var keys = new FetchedOutsideKeys();
        keys.settings = SomeTokens.outsideAt(
                URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/jwks"));
        return keys;
    }

    private void publish(int status, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        issuer.createContext("/jwks", exchange -> {
            exchange.sendResponseHeaders(status, bytes.length);
            try (var body = exchange.getResponseBody()) {
                body.write(bytes);
            }
        });
    }

    private static HttpServer started() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.start();
            return server;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
