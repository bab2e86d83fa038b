package foyer.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A registration on its way to the next version. */
final class RegistrationChange {
    private final Registration before;
    private final Instant now;
    private RegistrationState state;
    private Fee fee;
    private boolean proven;
    private Credentials credentials;
    private @Nullable Instant heldUntil;

    RegistrationChange(Registration before, Instant now) {
        this.before = before;
        this.now = Registration.millis(now);
        this.state = before.state();
        this.fee = before.fee();
        this.proven = before.proven();
        this.credentials = before.credentials();
        this.heldUntil = before.heldUntil();
    }

    RegistrationChange state(RegistrationState changed) {
        state = changed;
        return this;
    }

    RegistrationChange fee(Fee changed) {
        fee = changed;
        return this;
    }

    Fee fee() {
        return fee;
    }

    RegistrationChange proven(boolean changed) {
        proven = changed;
        return this;
    }

    RegistrationChange credentials(Credentials changed) {
        credentials = changed;
        return this;
    }

    RegistrationChange heldUntil(Instant changed) {
        heldUntil = Registration.millis(changed);
        return this;
    }

    Registration done() {
        return new Registration(
                before.id(),
                before.event(),
                before.email(),
                before.userData(),
                before.language(),
                state,
                fee,
                proven,
                credentials,
                state == RegistrationState.HELD ? heldUntil : null,
                before.version() + 1,
                before.createdAt(),
                updatedAt(),
                before.invited());
    }

    // What becomes of the money of one that is over does not end it anew.
    private Instant updatedAt() {
        return endedBefore() || now.isBefore(before.updatedAt()) ? before.updatedAt() : now;
    }

    private boolean endedBefore() {
        return before.state().over() && state == before.state();
    }
}
