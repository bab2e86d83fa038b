package foyer.payment.stripe;

import foyer.shared.FeatureSettings;
import foyer.shared.Secret;
import foyer.shared.Settings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How Stripe is reached, and whose account it is.
 *
 * @param key {@code foyer.payment.stripe.key}: a secret or restricted key, live or test; absent: no payments are taken
 * @param webhookSecrets {@code foyer.payment.stripe.webhook-secrets}: several while one is being rotated; none: no notice is
 *     believed, and all ends the same, only later
 * @param endpoint {@code foyer.payment.stripe.endpoint}: for stand-ins alone; absent: Stripe's own
 * @param timeout {@code foyer.payment.stripe.timeout}: one call
 * @param rate {@code foyer.payment.stripe.rate}: calls a second that this node makes of one endpoint, of the 25 that Stripe
 *     takes of all nodes, which share them by this setting alone
 * @param account {@code foyer.payment.stripe.account}: where the key is a platform's, the connected account that sells
 */
record StripeSettings(
        @Nullable Secret key,
        List<Secret> webhookSecrets,
        @Nullable URI endpoint,
        Duration timeout,
        int rate,
        @Nullable String account)
        implements FeatureSettings {
    private static final String KEY = "foyer.payment.stripe.key";
    private static final String WEBHOOK_SECRETS = "foyer.payment.stripe.webhook-secrets";
    private static final String ENDPOINT = "foyer.payment.stripe.endpoint";
    private static final String ACCOUNT = "foyer.payment.stripe.account";
    private static final Pattern A_KEY = Pattern.compile("(?:sk|rk)_(?:live|test)_[A-Za-z0-9_]{1,240}");
    private static final Pattern A_WEBHOOK_SECRET = Pattern.compile("whsec_[\\x21-\\x7e]{8,240}");
    private static final Pattern AN_ACCOUNT = Pattern.compile("acct_[A-Za-z0-9]{1,240}");

    StripeSettings {
        webhookSecrets = List.copyOf(webhookSecrets);
    }

    static StripeSettings read(Settings settings) {
        var key = text(settings, KEY, A_KEY, "is not a secret or restricted key of Stripe's (sk_… or rk_…).");
        var read = new StripeSettings(
                key.map(StripeSettings::secret).orElse(null),
                webhookSecrets(settings),
                settings.address(ENDPOINT).orElse(null),
                settings.duration(
                        "foyer.payment.stripe.timeout",
                        Duration.ofSeconds(10),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(15)),
                settings.number("foyer.payment.stripe.rate", 20, 1, 1000),
                text(settings, ACCOUNT, AN_ACCOUNT, "is not an account of Stripe's (acct_…).")
                        .orElse(null));
        if (read.endpoint() != null && read.live()) {
            settings.wrong(ENDPOINT, "is for stand-ins; a live key goes to Stripe and to nobody else.");
        }
        settings.refuseWrongOnes();
        return read;
    }

    /** Whether real money is taken. */
    boolean live() {
        return key != null && legible(key).startsWith("_live_", 2);
    }

    static String legible(Secret secret) {
        return new String(secret.bytes(), StandardCharsets.UTF_8);
    }

    private static List<Secret> webhookSecrets(Settings settings) {
        var all = settings.list(WEBHOOK_SECRETS);
        if (!all.stream().allMatch(A_WEBHOOK_SECRET.asMatchPredicate())) {
            settings.wrong(WEBHOOK_SECRETS, "takes signing secrets of Stripe's (whsec_…), parted by commas.");
        }
        return all.stream().map(StripeSettings::secret).toList();
    }

    // What is wrong with a secret is said without it.
    private static Optional<String> text(Settings settings, String name, Pattern form, String predicate) {
        var text = settings.text(name);
        text.filter(Predicate.not(form.asMatchPredicate())).ifPresent(wrong -> settings.wrong(name, predicate));
        return text;
    }

    private static Secret secret(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }
}
