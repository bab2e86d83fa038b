package foyer.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import foyer.shared.Passwords;
import foyer.shared.Signatures;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;

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
    private final ConcurrentMap<String, CompletableFuture<Boolean>> tried = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(REMEMBERED)
            .executor(Runnable::run)
            .<String, CompletableFuture<Boolean>>build()
            .asMap();

    /**
     * What came of a password.
     *
     * @param found whether this call found it out, rather than one before or beside it
     */
    record Outcome(boolean right, boolean found) {}

    TriedPasswords(Passwords passwords, Signatures signatures) {
        this.passwords = passwords;
        this.signatures = signatures;
    }

    /**
     * Finds out whether it is right. Many who bring the same at once wait for one hash.
     *
     * @param before is called by the one who takes the hash, and may refuse that; it is then taken by another, if there is one
     */
    Outcome of(String password, String hash, Runnable before) {
        var key = key(password, hash);
        var mine = new CompletableFuture<Boolean>();
        for (var first = tried.putIfAbsent(key, mine); first != null; first = tried.putIfAbsent(key, mine)) {
            var known =
                    first.handle((right, refused) -> Optional.ofNullable(right)).join();
            if (known.isPresent()) {
                return new Outcome(known.get(), false);
            }
        }
        return new Outcome(find(password, hash, before, key, mine), true);
    }

    private boolean find(String password, String hash, Runnable before, String key, CompletableFuture<Boolean> mine) {
        try {
            before.run();
            mine.complete(passwords.matches(password, hash));
            return mine.join();
        } finally {
            // Whatever went wrong is this caller's alone: whoever waits for it tries by themselves.
            if (!mine.isDone()) {
                tried.remove(key, mine);
                mine.cancel(false);
            }
        }
    }

    private String key(String password, String hash) {
        return Base64.getEncoder().encodeToString(signatures.mac(PURPOSE, hash + " " + password));
    }
}
