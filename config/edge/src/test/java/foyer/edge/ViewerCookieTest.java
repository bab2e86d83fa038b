package foyer.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ViewerCookieTest {
    private static final String EVENT = "AAAAAAAAAAAAAAAAAAAAAA";

    @Test
    void comesBackToItsEventAlone() {
        var call = Calls.to("/watch/" + EVENT);
        call.cookies = new Cookie[] {new Cookie("other", "x"), new Cookie("__Host-foyer-" + EVENT, "token.mac")};

        assertThat(ViewerCookie.read(call.request(), EVENT)).contains("token.mac");
        assertThat(ViewerCookie.read(call.request(), "another")).isEmpty();
        assertThat(ViewerCookie.read(Calls.to("/").request(), EVENT)).isEmpty();
    }

    @Test
    void partnersFrameGetsItBackWhereThirdPartyCookiesAreBlocked() {
        var call = Calls.to("/watch/" + EVENT);

        ViewerCookie.write(call.answer(), EVENT, "token.mac", Duration.ofHours(2));

        assertThat(call.answerHeaders.get("Set-Cookie"))
                .isEqualTo("__Host-foyer-" + EVENT
                        + "=token.mac; Path=/; Max-Age=7200; Secure; HttpOnly; SameSite=None; Partitioned");
    }

    @Test
    void carriesNothingThatWouldEndIt() {
        var call = Calls.to("/watch/" + EVENT);

        assertThatThrownBy(() -> ViewerCookie.write(call.answer(), EVENT, "a; Path=/x", Duration.ofHours(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
