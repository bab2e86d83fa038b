package foyer.web.health;

import foyer.shared.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Asks a media origin for a sign of life. */
@ApplicationScoped
public class MediaOrigin {
    private static final Journal JOURNAL = Journal.of(MediaOrigin.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Whether it answers at all; what it thinks of the question does not matter. */
    // In an EAR Payara looks for Fault Tolerance in web applications only, and this is where it finds it: without an
    // annotation of it here, those of the ejb module would do nothing.
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    boolean answers(URI origin) {
        var question = HttpRequest.newBuilder(origin)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .timeout(PATIENCE)
                .build();
        try {
            return client.send(question, BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException silent) {
            JOURNAL.warn("This node is not ready: the media origin does not answer.", Map.of("origin", origin));
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
