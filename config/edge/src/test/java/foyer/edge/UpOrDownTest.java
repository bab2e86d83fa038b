package foyer.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpOrDownTest {
    @ParameterizedTest
    @CsvSource({"200, UP", "503, DOWN", "500, DOWN"})
    void whatIsMadeOfWhatIsNotTold(int status, String told) throws Exception {
        var call = Calls.to("/health/ready");

        new UpOrDown().doFilter(call.request(), call.answer(), (request, answer) -> {
            ((HttpServletResponse) answer).setStatus(status);
            answer.getOutputStream().print("the store");
            answer.getWriter().print("the player");
        });

        assertThat(call.body.toString(StandardCharsets.UTF_8)).isEqualTo("{\"status\":\"" + told + "\",\"checks\":[]}");
    }

    @ParameterizedTest
    @CsvSource({"302", "404"})
    void whatIsNoQuestionAboutHealthIsLeftToOthers(int status) throws Exception {
        var call = Calls.to("/health/nothing");

        new UpOrDown()
                .doFilter(
                        call.request(),
                        call.answer(),
                        (request, answer) -> ((HttpServletResponse) answer).setStatus(status));

        assertThat(call.body.size()).isZero();
    }
}
