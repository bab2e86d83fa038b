package foyer.registration;

import java.time.Instant;

/**
 * A code and a link that were sent to an address, as hashes: who knows one of them reads its mail.
 *
 * @param made in whole milliseconds
 * @param until in whole milliseconds; from then on they prove nothing
 */
public record Proof(String codeHash, String linkHash, Instant made, Instant until) {
    public boolean aliveAt(Instant now) {
        return now.isBefore(until);
    }
}
