package foyer.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import foyer.payment.provider.Checkouts.Line;
import foyer.payment.provider.StillInLine;
import foyer.shared.CurrentRequest;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jspecify.annotations.Nullable;

/** Makes calls of Stripe's own library: each waits for its turn, and fails in the port's words. */
final class StripeApi {
    private static final String STRIPES_OWN = "https://api.stripe.com";
    private static final Duration SOON = Duration.ofSeconds(3);

    private final StripeSettings settings;
    private final StripeTurnstile turnstile;
    private final Map<Endpoint, Lane> lanes = new EnumMap<>(Endpoint.class);
    private volatile @Nullable StripeClient client;

    StripeApi(StripeSettings settings, StripeTurnstile turnstile) {
        this.settings = settings;
        this.turnstile = turnstile;
        for (var endpoint : Endpoint.values()) {
            lanes.put(endpoint, new Lane(settings.rate()));
        }
    }

    /** A call of the library's. */
    @FunctionalInterface
    interface Call<T> {
        T make(StripeClient client) throws StripeException;
    }

    /**
     * Fails with {@link Unavailable}, {@link foyer.payment.provider.KeySpent} or {@link foyer.payment.provider.CheckoutRefused}, as
     * {@link StripeFailures} has it.
     */
    <T> T call(Endpoint endpoint, Call<T> call) {
        lane(endpoint).pass(CurrentRequest.any());
        try {
            return turnstile.pass(() -> made(endpoint, call));
        } catch (StripeBusy others) {
            throw new StillInLine("Many people pay at this moment. Please try again soon.", SOON);
        } catch (FaultToleranceException closed) {
            throw new Unavailable(
                    "The payment provider does not answer at present. Please try again soon.", SOON, closed);
        }
    }

    Line line(Endpoint endpoint) {
        return lane(endpoint).line();
    }

    Duration pace() {
        return Duration.ofSeconds(1).dividedBy(settings.rate());
    }

    private Lane lane(Endpoint endpoint) {
        return Objects.requireNonNull(lanes.get(endpoint));
    }

    private <T> T made(Endpoint endpoint, Call<T> call) {
        try {
            return call.make(opened());
        } catch (StripeException failure) {
            throw StripeFailures.meaning(failure, endpoint);
        }
    }

    // With the first call, for opening the trust store takes a while, and a deployment may never be paid anything.
    private StripeClient opened() {
        var open = client;
        if (open == null) {
            synchronized (this) {
                open = client == null ? open() : client;
                client = open;
            }
        }
        return open;
    }

    // The library's own repetitions are off: they would hide that an outcome is not known.
    private StripeClient open() {
        return StripeClient.builder()
                .setApiKey(StripeSettings.legible(Objects.requireNonNull(settings.key())))
                .setApiBase(
                        settings.endpoint() == null
                                ? STRIPES_OWN
                                : settings.endpoint().toString())
                .setStripeAccount(settings.account())
                .setMaxNetworkRetries(0)
                .setHttpClient(new StripeTransport(settings.timeout()))
                .build();
    }
}
