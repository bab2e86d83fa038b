package foyer.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What lets a viewer in, never as it was sent but hashed.
 *
 * @param linkHash what the access link is derived from, with the deployment's secret (see {@link AccessLinks}); null: no link
 * @param proofs two at most are alive
 * @param wrongCodes in a row, since the last right one
 * @param personal the password that was chosen; null: none
 */
public record Credentials(
        @Nullable String linkHash,
        List<Proof> proofs,
        int wrongCodes,
        @Nullable PersonalPassword personal) {
    public static final Credentials NONE = new Credentials(null, List.of(), 0, null);
    private static final int MOST_PROOFS = 2;

    public Credentials {
        proofs = List.copyOf(proofs);
    }

    public Optional<String> link() {
        return Optional.ofNullable(linkHash);
    }

    public Optional<PersonalPassword> password() {
        return Optional.ofNullable(personal);
    }

    public List<Proof> proofsAliveAt(Instant now) {
        return proofs.stream().filter(proof -> proof.aliveAt(now)).toList();
    }

    /** Another link: the one before opens nothing any more. */
    public Credentials withLink(String hash) {
        return new Credentials(hash, proofs, wrongCodes, personal);
    }

    /** With one proof more; of those that are alive the newest two stay. */
    public Credentials withProof(Proof proof, Instant now) {
        var alive = new ArrayList<>(proofsAliveAt(now));
        alive.add(proof);
        var newest = alive.subList(Math.max(0, alive.size() - MOST_PROOFS), alive.size());
        return new Credentials(linkHash, newest, wrongCodes, personal);
    }

    /** All proofs are used up by the first one that is used. */
    public Credentials withoutProofs() {
        return new Credentials(linkHash, List.of(), 0, personal);
    }

    public Credentials withWrongCode() {
        return new Credentials(linkHash, proofs, wrongCodes + 1, personal);
    }

    /** Wrong codes so far count no more. */
    public Credentials forgiven() {
        return new Credentials(linkHash, proofs, 0, personal);
    }

    /** Somebody proved the address: a password that somebody else may have chosen opens nothing from now on. */
    public Credentials addressProven() {
        return personal == null ? this : new Credentials(linkHash, proofs, wrongCodes, personal.addressProven());
    }

    /** @param hash of a password that was shown together with a proof of the address */
    public Credentials withProvenPassword(String hash) {
        return new Credentials(linkHash, proofs, wrongCodes, new PersonalPassword(hash, PersonalPassword.Trust.PROVEN));
    }

    /** The hashes are of no use in a log. */
    @Override
    public String toString() {
        return "Credentials[" + proofs.size() + " proofs]";
    }
}
