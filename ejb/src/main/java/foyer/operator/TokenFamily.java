package foyer.operator;

import java.time.Instant;

/**
 * All refresh tokens that follow from one sign-in; one of them is good.
 *
 * @param goodHash keyed hash of the one that is good
 * @param startedAt when the operator proved who they are
 * @param expiresAt when they have to do so again; a whole second, as the store keeps it
 */
public record TokenFamily(String id, OperatorId operator, String goodHash, Instant startedAt, Instant expiresAt) {
    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Whether this operator may go on: still there in every sense, and with the password they signed in with. */
    public boolean carries(Operator holder) {
        return !holder.disabled() && !startedAt.isBefore(holder.passwordSetAt());
    }
}
