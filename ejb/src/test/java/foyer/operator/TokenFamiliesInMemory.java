package foyer.operator;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps families of refresh tokens as long as the test runs. */
public final class TokenFamiliesInMemory implements TokenFamilies {
    private final Map<String, TokenFamily> families = new ConcurrentHashMap<>();

    @Override
    public void start(TokenFamily family) {
        families.put(family.id(), family);
    }

    @Override
    public Optional<TokenFamily> find(String id) {
        return Optional.ofNullable(families.get(id));
    }

    @Override
    public synchronized boolean rotate(String id, String oldHash, String newHash) {
        var family = families.get(id);
        if (family == null || !family.goodHash().equals(oldHash)) {
            return false;
        }
        families.put(id, new TokenFamily(id, family.operator(), newHash, family.startedAt(), family.expiresAt()));
        return true;
    }

    @Override
    public synchronized void end(String id) {
        families.remove(id);
    }
}
