package foyer.launch;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a started Foyer is told: plain settings as system properties, secrets by the environment, where no list of
 * processes shows them.
 */
public record FoyerSettings(Map<String, String> plain, Map<String, String> secret) {
    public FoyerSettings {
        plain = Map.copyOf(plain);
        secret = Map.copyOf(secret);
    }

    /** A local stage on this sandbox, with a fresh secret and this first operator. */
    public static FoyerSettings local(SandboxProcess sandbox, String operatorEmail, String operatorPassword) {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        return new FoyerSettings(
                Map.of(
                        "foyer.stage", "local",
                        "foyer.store.endpoint", sandbox.dynamoDb(),
                        "foyer.store.region", "eu-central-1",
                        "foyer.store.create-tables", "true",
                        "foyer.media.local-origin", sandbox.url()),
                Map.of(
                        "FOYER_SECRET",
                        Base64.getEncoder().encodeToString(random),
                        "FOYER_OPERATOR_EMAIL",
                        operatorEmail,
                        "FOYER_OPERATOR_PASSWORD",
                        operatorPassword,
                        "AWS_ACCESS_KEY_ID",
                        "local",
                        "AWS_SECRET_ACCESS_KEY",
                        "local"));
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
}
