package foyer.shared;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** PBKDF2 as Jakarta Security does it, so that what is stored is {@code algorithm:iterations:salt:hash}. */
@ApplicationScoped
class Pbkdf2Passwords implements Passwords {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int SALT_BYTES = 32;
    private static final int HASH_BYTES = 32;

    @Inject
    Pbkdf2PasswordHash slowly;

    @Inject
    PasswordSettings settings;

    private @Nullable HashingLine line;

    @PostConstruct
    void prepare() {
        slowly.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", ALGORITHM,
                "Pbkdf2PasswordHash.Iterations", Integer.toString(settings.iterations()),
                "Pbkdf2PasswordHash.SaltSizeBytes", Integer.toString(SALT_BYTES),
                "Pbkdf2PasswordHash.KeySizeBytes", Integer.toString(HASH_BYTES)));
        line = new HashingLine(settings, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public String hash(String password) {
        return line().pass(() -> slowly.generate(characters(password)));
    }

    @Override
    public boolean matches(String password, String stored) {
        return line().pass(() -> slowly.verify(characters(password), stored));
    }

    // A hash of zeros: verifying against it costs what any other costs, and finding a password for it nobody can
    // afford.
    @Override
    public void matchNothing(String password) {
        var salt = Base64.getEncoder().encodeToString(new byte[SALT_BYTES]);
        var hash = Base64.getEncoder().encodeToString(new byte[HASH_BYTES]);
        matches(password, ALGORITHM + ":" + settings.iterations() + ":" + salt + ":" + hash);
    }

    // Keyboards differ in how they compose an accented letter (NIST SP 800-63B asks for NFKC or NFKD).
    private static char[] characters(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).toCharArray();
    }

    private HashingLine line() {
        if (line == null) {
            throw new IllegalStateException("Passwords are hashed after they were prepared.");
        }
        return line;
    }

    /** Reads the settings where they are needed. */
    @ApplicationScoped
    static class Parts {
        @Produces
        @Singleton
        PasswordSettings settings() {
            return PasswordSettings.read(new Settings(ConfigProvider.getConfig()));
        }
    }
}
