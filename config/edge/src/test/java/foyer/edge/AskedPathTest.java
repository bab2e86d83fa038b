package foyer.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedPathTest {
    @ParameterizedTest
    @CsvSource({
        "/api, true",
        "/api/events, true",
        "/apiary, false",
        "/watch/api/x, false",
        "/, false",
        "/watch;/api/x, false",
        "/watch/%, false"
    })
    void theApiHasAPathOfItsOwn(String path, boolean ofApi) {
        assertThat(AskedPath.isOfApi(Calls.to(path).request())).isEqualTo(ofApi);
        assertThat(AskedPath.isPlainlyOfApi(Calls.to(path).request())).isEqualTo(ofApi);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api;events/x",
                "/api;x=1/events",
                "//api/events",
                "///api",
                "/./api/events",
                "/watch/../api/events",
                "/%61pi/events",
                "/watch/%2e%2e/api;x=%"
            })
    void whatTheContainerReadsAsOfTheApiIsOfIt(String path) {
        var request = Calls.to(path).request();

        assertThat(AskedPath.isOfApi(request)).isTrue();
        assertThat(AskedPath.isPlainlyOfApi(request)).isFalse();
        assertThat(AskedPath.belowApi(request)).isEmpty();
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
