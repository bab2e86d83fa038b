package foyer.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import foyer.shared.Passwords;
import foyer.shared.Signatures;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * What this node has found out about shared passwords. A slow hash is taken once for each distinct password; whoever brings
 * the same one again costs no more than a signature. Nothing of a password can be read out of this.
 */
final class TriedPasswords {
    private static final String PURPOSE = "tried-password";
    private static final int MOST = 10_000;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Passwords passwords;
    private final Signatures signatures;
    private final Cache<String, Boolean> tried = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(REMEMBERED)
            .executor(Runnable::run)
            .build();

    TriedPasswords(Passwords passwords, Signatures signatures) {
        this.passwords = passwords;
        this.signatures = signatures;
    }

    /** Whether it is known to be right or wrong; empty when nobody has tried it of late. */
    Optional<Boolean> known(String password, String hash) {
        return Optional.ofNullable(tried.getIfPresent(key(password, hash)));
    }

    /** Finds it out; many who bring the same at once wait for one hash. */
    boolean matches(String password, String hash) {
        return tried.get(key(password, hash), any -> passwords.matches(password, hash));
    }

    private String key(String password, String hash) {
        return Base64.getEncoder().encodeToString(signatures.mac(PURPOSE, hash + " " + password));
    }
}
