package foyer.token.http;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import foyer.shared.Unavailable;
import foyer.token.OutsideKeys;
import foyer.token.TokenSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches them over HTTP, beside the requests and never within one. Of what an issuer publishes only the keys for
 * signatures with an id are kept, in their public parts: those are what a token can name.
 */
@ApplicationScoped
class FetchedOutsideKeys implements OutsideKeys {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    TokenSettings settings;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public JWKSet keySet() {
        var address = settings.outsideKeys()
                .orElseThrow(() -> new IllegalStateException("No outside issuer is trusted here."));
        try {
            var keys = JWKSet.parse(text(address)).getKeys().stream()
                    .filter(FetchedOutsideKeys::verifies)
                    .<JWK>map(JWK::toPublicJWK)
                    .toList();
            return new JWKSet(keys);
        } catch (ExecutionException | TimeoutException | ParseException failure) {
            throw unavailable(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw unavailable(stopping);
        }
    }

    // Waiting for the whole answer, as the request's own time-out covers its beginning alone.
    private String text(URI address) throws ExecutionException, TimeoutException, InterruptedException, ParseException {
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        var coming = http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            var answer = coming.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200) {
                throw new ParseException("The issuer answers " + answer.statusCode(), 0);
            }
            return answer.body();
        } finally {
            coming.cancel(true);
        }
    }

    private static boolean verifies(JWK key) {
        var forSignatures = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
        return forSignatures && key.getKeyID() != null && key.toPublicJWK() != null;
    }

    private static Unavailable unavailable(Exception cause) {
        return new Unavailable("The outside issuer's keys cannot be fetched.", PATIENCE, cause);
    }
}
