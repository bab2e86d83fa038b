package foyer.sandbox.stripe.webhook;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Carries notices to their endpoints, each on a thread of its own. */
public final class Post implements AutoCloseable {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ExecutorService threads = Executors.newCachedThreadPool(Post::daemon);
    private final ScheduledExecutorService times = Executors.newSingleThreadScheduledExecutor(Post::daemon);

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "Stripe's webhooks");
        thread.setDaemon(true);
        return thread;
    }

    /** Does something later, or at once; nothing where the post is closed. */
    void in(Duration time, Runnable work) {
        try {
            var unused = times.schedule(() -> threads.execute(work), time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // What is still on its way when the sandbox ends is lost, as from any server that ends.
        }
    }

    /** Does something again and again. */
    public void every(Duration time, Runnable work) {
        var unused = times.scheduleWithFixedDelay(
                () -> threads.execute(work), time.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What the endpoint answers; 0 where it does not. */
    int send(Endpoint endpoint, String body, String signature) {
        var request = HttpRequest.newBuilder(endpoint.address())
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
                .header("Stripe-Signature", signature)
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException silent) {
            return 0;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Override
    public void close() {
        times.shutdownNow();
        threads.shutdownNow();
    }
}
