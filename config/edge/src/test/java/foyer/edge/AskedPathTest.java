package foyer.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedPathTest {
    @ParameterizedTest
    @CsvSource({"/api, true", "/api/events, true", "/apiary, false", "/watch/api/x, false", "/, false"})
    void theApiHasAPathOfItsOwn(String path, boolean ofApi) {
        assertThat(AskedPath.isOfApi(Calls.to(path).request())).isEqualTo(ofApi);
    }

    @Test
    void anErrorBelongsToThePathThatFailed() {
        var call = Calls.to("/api/error-page");
        call.dispatcher = DispatcherType.ERROR;
        call.attributes.put(RequestDispatcher.ERROR_REQUEST_URI, "/watch/x");

        assertThat(AskedPath.isOfApi(call.request())).isFalse();
    }

    @Test
    void nobodyMakesUpAnErrorByAnAttributeAlone() {
        var call = Calls.to("/api/events/x");
        call.attributes.put(RequestDispatcher.ERROR_REQUEST_URI, "/watch/x");

        assertThat(AskedPath.belowApi(call.request())).isEqualTo("events/x");
    }
}
