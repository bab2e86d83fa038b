package foyer.edge;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.Stage;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecureTransportTest {
    private final List<HttpServletRequest> served = new ArrayList<>();

    @Test
    void aPageInTheClearIsRedirected() throws Exception {
        var call = Calls.to("/watch/x");
        call.query = "k=1";

        serve(call, Stage.PRODUCTION);

        assertThat(served).isEmpty();
        assertThat(call.status).isEqualTo(308);
        assertThat(call.answerHeaders).containsEntry("Location", "https://foyer.example/watch/x?k=1");
    }

    @Test
    void aCallOfTheApiInTheClearIsRefused() throws Exception {
        var call = Calls.to("/api/events/x");

        serve(call, Stage.PRODUCTION);

        assertThat(served).isEmpty();
        assertThat(call.status).isEqualTo(403);
        assertThat(call.body.toString(StandardCharsets.UTF_8)).contains("\"code\":\"forbidden\"");
    }

    @Test
    void aFormInTheClearIsRefusedRatherThanSentAgain() throws Exception {
        var call = Calls.to("/watch/x");
        call.method = "POST";

        serve(call, Stage.PRODUCTION);

        assertThat(call.status).isEqualTo(403);
    }

    @Test
    void httpsIsServedAndRemembered() throws Exception {
        var call = Calls.to("/api/events/x");
        call.scheme = "https";

        serve(call, Stage.PRODUCTION);

        assertThat(served).hasSize(1);
        assertThat(call.answerHeaders).containsEntry("Strict-Transport-Security", "max-age=31536000");
    }

    @Test
    void aDevelopersMachineMayUsePlainHttp() throws Exception {
        var call = Calls.to("/api/events/x");

        serve(call, Stage.LOCAL);

        assertThat(served).hasSize(1);
        assertThat(call.answerHeaders).doesNotContainKey("Strict-Transport-Security");
    }

    @Test
    void aProbeMayAskInTheClear() throws Exception {
        var call = Calls.to("/health/ready");

        serve(call, Stage.PRODUCTION);

        assertThat(served).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/../watch/x", "/healthy", "/health;/../watch/x", "/health/ready/../../watch/x"})
    void whatOnlyBeginsLikeAProbeIsNone(String path) throws Exception {
        var call = Calls.to(path);

        serve(call, Stage.PRODUCTION);

        assertThat(served).isEmpty();
        assertThat(call.status).isEqualTo(308);
    }

    @Test
    void anErrorIsShownEvenInTheClear() throws Exception {
        var call = Calls.to("/api/events/x");
        call.dispatcher = DispatcherType.ERROR;

        serve(call, Stage.PRODUCTION);

        assertThat(served).hasSize(1);
    }

    @Test
    void theRestSeesTheCallerBehindATrustedProxy() throws Exception {
        var call = Calls.to("/api/events/x")
                .with("X-Forwarded-For", "203.0.113.7")
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Host", "tickets.example");
        call.address = "10.0.0.1";

        serve(call, Stage.PRODUCTION);

        var seen = served.get(0);
        assertThat(seen.getRemoteAddr()).isEqualTo("203.0.113.7");
        assertThat(seen.isSecure()).isTrue();
        assertThat(seen.getRequestURL()).hasToString("https://tickets.example/api/events/x");
    }

    @Test
    void noBrowserGuessesTypes() throws Exception {
        var call = Calls.to("/watch/x");

        serve(call, Stage.LOCAL);

        assertThat(call.answerHeaders).containsEntry("X-Content-Type-Options", "nosniff");
    }

    private void serve(Calls call, Stage stage) throws IOException, ServletException {
        var filter = new SecureTransport(
                new EdgeSettings(stage, List.of(AddressRange.parse("10.0.0.0/8")), null),
                Clock.fixed(Instant.parse("2030-05-01T18:00:00Z"), ZoneOffset.UTC));
        filter.doFilter(call.request(), call.answer(), (request, answer) -> served.add((HttpServletRequest) request));
    }
}
