package foyer.event;

import static foyer.event.SomeEvents.aDraftOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingTest {
    @Test
    void originsAreKeptAsBrowsersWriteThem() {
        var origins =
                List.of("https://Partner.Example.com:443", "https://partner.example.com", "HTTPS://b.example.com:8443");

        assertThat(aDraftOf(allowing(origins)).allowedOrigins())
                .containsExactly("https://partner.example.com", "https://b.example.com:8443");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*",
                "https://*.example.com",
                "https://a.example.com/",
                "https://a.example.com/page",
                "https://a.example.com?x",
                "https://a.example.com#x",
                "http://a.example.com",
                "https://user@a.example.com",
                "https://a.example.com:0",
                "https://a.example.com:65536",
                "https://a.example.com:",
                "https://",
                "null",
                "",
                "a.example.com",
                "//a.example.com",
                "https:a.example.com",
                "https:\\\\a.example.com",
                "https://[::1]",
                "https://a.example.com.",
                "https://a.example.com.:8443",
                "https://ex ample.com",
                "https://exämple.com",
                "https://a.example.com; script-src *",
                "https://a.example.com,https://b.example.com",
                "https://a..example.com",
                "https://-a.example.com",
                "'self'",
                "data:",
                "https://a_b.example.com"
            })
    void whatIsNoExactOriginIsRefused(String origin) {
        assertThat(Findings.shortly(allowing(List.of(origin))))
                .containsExactly("embedConfig.allowedOrigins[0] invalid");
    }

    @Test
    void localhostIsWelcomeInTheLocalStageAlone() {
        var submission = allowing(List.of("http://localhost:8090", "http://localhost"));

        assertThat(Findings.inTheLocalStage(submission)).isEmpty();
        assertThat(Findings.shortly(submission))
                .containsExactly("embedConfig.allowedOrigins[0] invalid", "embedConfig.allowedOrigins[1] invalid");
        assertThat(Findings.inTheLocalStage(allowing(List.of("http://localhost.example.com"))))
                .hasSize(1);
    }

    private static Map<String, Object> allowing(List<String> origins) {
        return aSubmissionWith("embedConfig", Map.of("allowedOrigins", origins));
    }
}
