package foyer.payment.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import foyer.payment.provider.BadSignature;
import foyer.shared.JsonText;
import foyer.shared.Secret;
import foyer.shared.Utf8;
import jakarta.json.JsonException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Believes what Stripe signed lately, to the byte.
 *
 * @see <a href="https://docs.stripe.com/webhooks#verify-manually">Verify webhook signatures</a>
 */
final class StripeNotices {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final List<Secret> secrets;
    private final Clock clock;

    /** @param secrets any of them will do */
    StripeNotices(List<Secret> secrets, Clock clock) {
        this.secrets = List.copyOf(secrets);
        this.clock = clock;
    }

    /** The object that a notice is about; empty where it is about none. Fails with {@link BadSignature}. */
    Optional<Map<?, ?>> read(byte[] notice, @Nullable String signature) {
        var text = Utf8.read(notice).orElseThrow(StripeNotices::forged);
        if (signature == null || fromTheFuture(signature) || !signed(text, signature)) {
            throw forged();
        }
        try {
            return JsonText.read(text) instanceof Map<?, ?> event
                            && event.get("data") instanceof Map<?, ?> data
                            && data.get("object") instanceof Map<?, ?> object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JsonException noEvent) {
            return Optional.empty();
        }
    }

    private boolean signed(String text, String signature) {
        return secrets.stream().anyMatch(secret -> signed(text, signature, secret));
    }

    private boolean signed(String text, String signature, Secret secret) {
        try {
            return Webhook.Signature.verifyHeader(
                    text, signature, StripeSettings.legible(secret), TOLERANCE.toSeconds(), clock);
        } catch (SignatureVerificationException no) {
            return false;
        }
    }

    // The library refuses only what is too old.
    private boolean fromTheFuture(String signature) {
        var latest = clock.instant().plus(TOLERANCE).getEpochSecond();
        for (var part : signature.split(",", -1)) {
            var pair = part.strip().split("=", 2);
            if (pair[0].equals("t") && !(pair.length == 2 && second(pair[1]) <= latest)) {
                return true;
            }
        }
        return false;
    }

    private static long second(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            return Long.MAX_VALUE;
        }
    }

    private static BadSignature forged() {
        return new BadSignature("The payment provider did not sign this, or not lately.");
    }
}
