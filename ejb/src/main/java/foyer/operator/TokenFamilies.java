package foyer.operator;

import java.util.Optional;

/** All families of refresh tokens, wherever they are kept. */
public interface TokenFamilies {
    void start(TokenFamily family);

    /** As it is now, and also when it has expired: stores may be slow to forget. */
    Optional<TokenFamily> find(String id);

    /**
     * Puts one token in another's place.
     *
     * @return false when the old one is not the good one, or no longer
     */
    boolean rotate(String id, String oldHash, String newHash);

    /** Ends it; nothing happens when there is none. */
    void end(String id);
}
