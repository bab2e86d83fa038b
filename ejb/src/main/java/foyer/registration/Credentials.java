package foyer.registration;

import java.time.Duration;
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
 * @param guesses wrong codes, since the last right one
 * @param personal the password that was chosen; null: none
 * @param lastUse which call used a proof up last, for as long as another link or proof has not taken its place; null: none
 */
public record Credentials(
        @Nullable String linkHash,
        List<Proof> proofs,
        Guesses guesses,
        @Nullable PersonalPassword personal,
        @Nullable ProofUse lastUse) {
    public static final Credentials NONE = new Credentials(null, List.of(), Guesses.NONE, null);
    private static final int MOST_PROOFS = 2;
    // A letter has to come, to be opened, and its code to be typed.
    private static final Duration LEFT_TO_ITS_READER = Duration.ofMinutes(2);

    public Credentials {
        proofs = List.copyOf(proofs);
    }

    /** Of which no proof was used. */
    public Credentials(
            @Nullable String linkHash, List<Proof> proofs, Guesses guesses, @Nullable PersonalPassword personal) {
        this(linkHash, proofs, guesses, personal, null);
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
        return new Credentials(hash, proofs, guesses, personal, lastUse);
    }

    /** With one proof more; of those that are alive the newest two stay. */
    public Credentials withProof(Proof proof, Instant now) {
        var alive = new ArrayList<>(proofsAliveAt(now));
        alive.add(proof);
        var newest = alive.subList(Math.max(0, alive.size() - MOST_PROOFS), alive.size());
        return new Credentials(linkHash, newest, guesses, personal, lastUse);
    }

    /**
     * Whether one more would push out a proof that was made so lately that its letter may just be being read. Whoever asks for
     * letter after letter to somebody else's address would else kill each code before it is typed.
     */
    public boolean leavesNoRoomAt(Instant now) {
        var alive = proofsAliveAt(now);
        return alive.size() == MOST_PROOFS
                && !now.isBefore(alive.get(0).made())
                && now.isBefore(alive.get(0).made().plus(LEFT_TO_ITS_READER));
    }

    /** All proofs are used up by the first one that is used. */
    public Credentials withoutProofs() {
        return new Credentials(linkHash, List.of(), Guesses.NONE, personal);
    }

    /** The same by a call that may have to be made again: it shows what it used up, and no other call does. */
    public Credentials withoutProofs(ProofUse use) {
        return new Credentials(linkHash, List.of(), Guesses.NONE, personal, use);
    }

    /** Whether it was this call that used a proof up. */
    public boolean usedBy(String call, Instant now) {
        return lastUse != null && lastUse.call().equals(call) && now.isBefore(lastUse.until());
    }

    /** Whether codes count, or too many wrong ones were tried; links always do. */
    public boolean openByCodesAt(Instant now) {
        return guesses.leaveCodesAt(now);
    }

    public Credentials withWrongCode(Instant now) {
        return new Credentials(linkHash, proofs, guesses.andOneAt(now), personal, lastUse);
    }

    /** Another letter makes up for the wrong codes since the last one. */
    public Credentials forgiven() {
        return new Credentials(linkHash, proofs, guesses.afterALetter(), personal, lastUse);
    }

    /** Somebody proved the address: a password that somebody else may have chosen opens nothing from now on. */
    public Credentials addressProven() {
        return personal == null ? this : new Credentials(linkHash, proofs, guesses, personal.addressProven(), lastUse);
    }

    /** @param hash of a password that was shown together with a proof of the address */
    public Credentials withProvenPassword(String hash) {
        var proven = new PersonalPassword(hash, PersonalPassword.Trust.PROVEN);
        return new Credentials(linkHash, proofs, guesses, proven, lastUse);
    }

    /** The hashes are of no use in a log. */
    @Override
    public String toString() {
        return "Credentials[" + proofs.size() + " proofs]";
    }
}
