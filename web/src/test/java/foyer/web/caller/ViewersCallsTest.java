package foyer.web.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewersCallsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth/login",
                "auth/code",
                "auth/password",
                "registrations",
                "registrations/r",
                "registrations/r/resend",
                "sessions/s",
                "sessions/s/heartbeat",
                "sessions/s/support",
                "events/e/flow",
                "payments/p"
            })
    void theseAreAViewers(String path) {
        assertThat(ViewersCalls.include(call(path))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "auth",
                "auth/refresh",
                "registrations/",
                "registrations//resend",
                "registrations/r/",
                "registrations/r/approve",
                "sessions",
                "sessions/",
                "sessions//heartbeat",
                "sessions/s/",
                "sessions/s/heartbeat/",
                "sessions/s/t/heartbeat",
                "xsessions/s/heartbeat",
                "/sessions/s/heartbeat",
                "events/e",
                "events/e/flow/",
                "payments",
                "payments/p/refunds"
            })
    void theseAreNot(String path) {
        assertThat(ViewersCalls.include(call(path))).isFalse();
    }

    private static FromPage call(String path) {
        return new FromPage("https://partner.example", path, "POST", true);
    }
}
