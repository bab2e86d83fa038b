package foyer.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaOriginTest {
    private final HttpServer server;

    MediaOriginTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"200, true", "403, true", "404, true", "500, false", "503, false"})
    void whateverItThinksOfTheQuestionItIsThereUnlessItFails(int status, boolean there) {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();

        assertThat(new MediaOrigin().answers(address())).isEqualTo(there);
    }

    @Test
    void whereNobodyListensThereIsNone() {
        var address = address();
        server.stop(0);

        assertThat(new MediaOrigin().answers(address)).isFalse();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }
}
