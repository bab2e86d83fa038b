package foyer.running;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** In production nothing is served in the clear, and only a trusted proxy says how a request came. */
@Isolated("it starts servers of its own, which takes both cores")
class SecureTransportIT {
    @Test
    void aPageAskedForInTheClearIsFoundOverHttps() {
        var answer = inTheClear().with("X-Forwarded-Host", "video.example").get("/watch/unknown?lang=de");

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).isEqualTo("https://video.example/watch/unknown?lang=de");
    }

    @Test
    void theApiIsRefusedInTheClear() {
        assertThat(inTheClear().get("/api/events").expect(403).errorCode()).isEqualTo("forbidden");
        assertThat(inTheClear()
                        .post("/api/events", anEvent().json())
                        .expect(403)
                        .errorCode())
                .isEqualTo("forbidden");
    }

    @Test
    void whoCameOverTlsIsServedAndToldToStayThere() {
        var throughProxy = Production.from("198.51.100.1").get("/api/auth/jwks").expect(200);
        var directly =
                Http.to(Production.server().secureUrl()).get("/api/auth/jwks").expect(200);

        assertThat(throughProxy.header("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(directly.header("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void whatIsMadeIsFoundWhereTheCallerSentIt() {
        var organizer = Production.organizer("198.51.100.2").with("X-Forwarded-Host", "video.example");

        var made = organizer.post("/api/events", anEvent().json()).expect(201);

        assertThat(made.header("Location")).startsWith("https://video.example/api/events/");
    }

    @Test
    void loadBalancersProbeInTheClear() {
        inTheClear().get("/health/live").expect(200);
    }

    private static Http inTheClear() {
        return Http.to(Production.server().url());
    }
}
