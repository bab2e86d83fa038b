package foyer.edge;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.CurrentRequest;
import foyer.shared.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {
    private String seen = "nothing";

    @Test
    void everyRequestHasAnIdThatItsAnswerNames() throws Exception {
        var call = Calls.to("/");

        serve(call);

        assertThat(Ids.wellFormed(seen)).isTrue();
        assertThat(call.answerHeaders).containsEntry("X-Request-Id", seen);
    }

    @Test
    void aCallersIdIsKept() throws Exception {
        serve(Calls.to("/").with("X-Request-Id", "order-4711"));

        assertThat(seen).isEqualTo("order-4711");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a\r\nSet-Cookie: x",
                "ü",
                "\u202E",
                "0123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void anIdThatCouldDoHarmIsReplaced(String offered) throws Exception {
        serve(Calls.to("/").with("X-Request-Id", offered));

        assertThat(Ids.wellFormed(seen)).isTrue();
    }

    @Test
    void anErrorKeepsTheIdOfItsRequest() throws Exception {
        var call = Calls.to("/");
        serve(call);
        var first = seen;

        serve(call);

        assertThat(seen).isEqualTo(first);
    }

    @Test
    void theThreadForgetsTheRequestAfterwards() throws Exception {
        serve(Calls.to("/"));

        assertThat(CurrentRequest.id()).isEqualTo("none");
    }

    private void serve(Calls call) throws Exception {
        new RequestIds().doFilter(call.request(), call.answer(), (request, answer) -> {
            seen = CurrentRequest.id();
        });
    }
}
