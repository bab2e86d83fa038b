package foyer.operator;

import foyer.shared.Fields;
import foyer.shared.NotFound;
import foyer.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides who administers. Nobody can take away the last admin. */
@Stateless
@RolesAllowed("admin")
public class Staffing {
    /** A repeat with the same id and content answers the operator that is there. */
    public Operator add(Fields submitted, OperatorId id) {
        throw new NotFound("operator");
    }

    /**
     * By address.
     *
     * @param limit 1 to 200
     * @param position where a part begins, as {@link Page#next()} gave it; null at the beginning
     */
    public Page<Operator> operators(int limit, @Nullable String position) {
        return new Page<>(List.of(), null);
    }

    public Operator operator(OperatorId id) {
        throw new NotFound("operator");
    }

    /** The whole of it; a password that is left out stays. Fails with {@link foyer.shared.VersionConflict} when stale. */
    public Operator replace(OperatorId id, long expectedVersion, Fields submitted) {
        throw new NotFound("operator");
    }

    public void remove(OperatorId id) {
        throw new NotFound("operator");
    }
}
