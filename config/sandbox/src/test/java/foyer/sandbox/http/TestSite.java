package foyer.sandbox.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Some routes on a free port, and a client to ask them. */
public final class TestSite implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Site site;

    public TestSite(Routes routes) {
        try {
            site = Site.on(0, routes);
            site.start();
        } catch (IOException occupied) {
            throw new UncheckedIOException(occupied);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + site.port();
    }

    public HttpResponse<String> ask(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var call = HttpRequest.newBuilder(URI.create(url() + path)).method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            call.headers(headers);
        }
        return client.send(call.build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return ask("GET", path, "", headers);
    }

    @Override
    public void close() {
        site.close();
    }
}
