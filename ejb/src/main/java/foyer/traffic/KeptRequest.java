package foyer.traffic;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call under an idempotency key, from its claim to the end of its time.
 *
 * @param fingerprint of the body it came with
 * @param freshId for what the call makes; whoever takes the claim over makes it under the same id, so nothing twice
 * @param claimId of the one who works on it
 * @param leaseUntil until then nobody takes it over
 * @param keptUntil from then on it never was
 * @param sealed the answer, see {@link AnswerSeal}; null while none is kept
 */
public record KeptRequest(
        String id,
        String fingerprint,
        String freshId,
        String claimId,
        Instant leaseUntil,
        Instant keptUntil,
        @Nullable String sealed) {

    public Optional<String> sealedAnswer() {
        return Optional.ofNullable(sealed);
    }

    boolean claimedLike(KeptRequest other) {
        return claimId.equals(other.claimId);
    }

    boolean sameBody(KeptRequest other) {
        return fingerprint.equals(other.fingerprint);
    }

    boolean inFlight(Instant now) {
        return sealed == null && now.isBefore(leaseUntil);
    }

    /** This claim on what another began and did not finish. */
    KeptRequest continuing(KeptRequest abandoned) {
        return new KeptRequest(id, fingerprint, abandoned.freshId, claimId, leaseUntil, keptUntil, null);
    }

    public KeptRequest answered(String sealedAnswer) {
        return new KeptRequest(id, fingerprint, freshId, claimId, leaseUntil, keptUntil, sealedAnswer);
    }

    /** Open to be taken over at once. */
    public KeptRequest abandoned(Instant now) {
        return new KeptRequest(id, fingerprint, freshId, claimId, now, keptUntil, null);
    }
}
