package foyer.operator;

import foyer.shared.Anew;
import foyer.shared.Fields;
import foyer.shared.NotFound;
import foyer.shared.Page;
import foyer.shared.Passwords;
import foyer.shared.Unavailable;
import foyer.shared.ValidationFailed;
import foyer.shared.VersionConflict;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Decides who administers. Nobody can take away the last admin. */
@Stateless
@RolesAllowed("admin")
public class Staffing {
    private static final int MOST = 200;

    @Inject
    Operators operators;

    @Inject
    Passwords passwords;

    @Inject
    Clock clock;

    /** A repeat with the same id and content answers the operator that is there. */
    public Operator add(Fields fields, OperatorId id) {
        var submitted = SubmittedOperator.ofNew(fields);
        var password = submitted.givenPassword().orElseThrow();
        try {
            var operator = Operator.fresh(id, submitted, hash(password), now());
            operators.add(operator);
            return operator;
        } catch (AlreadyThere repeated) {
            var there = operator(id);
            if (!there.says(submitted)
                    || !passwords.matches(password, there.password().text())) {
                throw new VersionConflict("operator");
            }
            return there;
        }
    }

    /**
     * By address.
     *
     * @param limit 1 to 200
     * @param position where a part begins, as {@link Page#next()} gave it; null at the beginning
     */
    public Page<Operator> operators(int limit, @Nullable String position) {
        if (limit < 1 || limit > MOST) {
            throw new ValidationFailed("limit", "out_of_range", "This must be from 1 to " + MOST + ".");
        }
        return operators.page(limit, position);
    }

    public Operator operator(OperatorId id) {
        return operators.find(id).orElseThrow(() -> new NotFound("operator"));
    }

    /** The whole of it; a password that is left out stays. Fails with {@link VersionConflict} when stale. */
    public Operator replace(OperatorId id, long expectedVersion, Fields fields) {
        var before = operator(id);
        if (before.version() != expectedVersion) {
            throw new VersionConflict("operator");
        }
        var submitted = SubmittedOperator.of(fields, before);
        var after = before.changed(submitted, now());
        var password = submitted.givenPassword();
        if (password.isPresent()) {
            after = after.withPassword(hash(password.get()), now());
        }
        operators.replace(before, after);
        return after;
    }

    /**
     * At whatever version it is, unless they name some: who removes somebody does not mind what else changed. Fails with
     * {@link Unavailable} where others change it each time.
     *
     * @param meant whether the removal is meant for a version; else it fails with {@link VersionConflict}
     */
    public void remove(OperatorId id, LongPredicate meant) {
        var removed = Anew.changed("operator", () -> operator(id), found -> {
            if (!meant.test(found.version())) {
                return false;
            }
            operators.remove(found);
            return true;
        });
        if (!removed) {
            throw new VersionConflict("operator");
        }
    }

    private PasswordHash hash(String password) {
        return new PasswordHash(passwords.hash(password));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
