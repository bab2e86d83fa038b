package foyer.launch;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * What a started Foyer is told: plain settings as system properties, secrets by the environment, where no list of
 * processes shows them.
 */
public record FoyerSettings(Map<String, String> plain, Map<String, String> secret) {
    private static final String JVM_OPTIONS = "JDK_JAVA_OPTIONS";
    private static final String NOTICES = "FOYER_PAYMENT_STRIPE_WEBHOOK_SECRETS";

    public FoyerSettings {
        plain = Map.copyOf(plain);
        secret = Map.copyOf(secret);
    }

    /** A local stage on this sandbox, with fresh secrets and this first operator. */
    public static FoyerSettings local(SandboxProcess sandbox, String operatorEmail, String operatorPassword) {
        var plain = new LinkedHashMap<>(stage("local"));
        plain.put("foyer.store.endpoint", sandbox.dynamoDb());
        plain.put("foyer.media.local-origin", sandbox.url());
        plain.put("foyer.mail.smtp.port", Integer.toString(sandbox.smtpPort()));
        plain.put("foyer.payment.stripe.endpoint", sandbox.stripe());
        return new FoyerSettings(
                plain,
                Map.of(
                        "FOYER_SECRET",
                        Base64.getEncoder().encodeToString(random()),
                        "FOYER_PAYMENT_STRIPE_KEY",
                        "sk_test_foyer",
                        NOTICES,
                        "whsec_" + HexFormat.of().formatHex(random()),
                        "FOYER_OPERATOR_EMAIL",
                        operatorEmail,
                        "FOYER_OPERATOR_PASSWORD",
                        operatorPassword,
                        "AWS_ACCESS_KEY_ID",
                        "local",
                        "AWS_SECRET_ACCESS_KEY",
                        "local"));
    }

    /** What the payment provider's notices are signed with. */
    public String noticesSecret() {
        return Objects.requireNonNull(secret.get(NOTICES), NOTICES);
    }

    /** The same for data that an earlier start may have left. */
    public FoyerSettings keeping(KeptSecrets secrets) {
        return withSecret("FOYER_SECRET", secrets.secret());
    }

    /** The same for a server that is to be up soon rather than fast later on: the JVM's second compiler costs more than a start. */
    public FoyerSettings upSoon() {
        var options = System.getenv().getOrDefault(JVM_OPTIONS, "");
        return withSecret(JVM_OPTIONS, (options + " -XX:TieredStopAtLevel=1").strip());
    }

    public FoyerSettings with(String name, String value) {
        var more = new LinkedHashMap<>(plain);
        more.put(name, value);
        return new FoyerSettings(more, secret);
    }

    public FoyerSettings withSecret(String name, String value) {
        var more = new LinkedHashMap<>(secret);
        more.put(name, value);
        return new FoyerSettings(plain, more);
    }

    /** With links in letters that lead to this address, and its own media delivered under it, unless the settings say where. */
    FoyerSettings reachedAt(String url) {
        return delivering(url).leadingTo(url);
    }

    private FoyerSettings delivering(String url) {
        return !plain.containsKey("foyer.media.directory") || plain.containsKey("foyer.media.address")
                ? this
                : with("foyer.media.address", url);
    }

    private FoyerSettings leadingTo(String url) {
        return plain.containsKey("foyer.public-url") || plain.containsKey("foyer.letters.site")
                ? this
                : with("foyer.letters.site", url);
    }

    private static byte[] random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static Map<String, String> stage(String name) {
        try (var file = FoyerSettings.class.getResourceAsStream("/stages/" + name + ".properties")) {
            var properties = new Properties();
            properties.load(Objects.requireNonNull(file, name));
            var settings = new LinkedHashMap<String, String>();
            properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
            return settings;
        } catch (IOException unreadable) {
            throw new CannotLaunch("The settings of the stage " + name + " cannot be read.", unreadable);
        }
    }
}
