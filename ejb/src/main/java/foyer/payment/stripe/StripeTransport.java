package foyer.payment.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Carries the library's calls, not for longer than the settings say, and what changes something once. Its own carrier is the
 * JDK's HttpURLConnection, which sends a POST a second time where the answer is lost, and does not say so.
 */
final class StripeTransport extends HttpClient {
    private final java.net.http.HttpClient client;
    private final Duration timeout;

    StripeTransport(Duration timeout) {
        this.timeout = timeout;
        this.client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        try {
            var response = client.send(call(request), BodyHandlers.ofString());
            return new StripeResponse(
                    response.statusCode(), HttpHeaders.of(response.headers().map()), response.body());
        } catch (IOException silent) {
            throw new ApiConnectionException("Stripe does not answer: " + silent, silent);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("Nobody waits for Stripe's answer any more.", stopping);
        }
    }

    private HttpRequest call(StripeRequest request) {
        var call = HttpRequest.newBuilder(URI.create(request.url().toString()))
                .timeout(timeout)
                .method(request.method().name(), body(request))
                .header("User-Agent", buildUserAgentString(request))
                .header("X-Stripe-Client-User-Agent", buildXStripeClientUserAgentString());
        request.headers().map().forEach((name, values) -> values.forEach(value -> call.setHeader(name, value)));
        if (request.content() != null) {
            call.setHeader("Content-Type", request.content().contentType());
        }
        return call.build();
    }

    private static BodyPublisher body(StripeRequest request) {
        return request.content() == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(request.content().byteArrayContent());
    }
}
