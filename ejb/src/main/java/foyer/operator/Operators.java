package foyer.operator;

import foyer.shared.EmailAddress;
import foyer.shared.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All operators, wherever they are kept. No two have one address, and one who acts as admin is always left. */
public interface Operators {
    Optional<Operator> find(OperatorId id);

    Optional<Operator> find(EmailAddress email);

    /** Fails with {@link AlreadyThere} (never shown outside) rather than overwrite, with {@link AddressTaken}. */
    void add(Operator operator);

    /**
     * Fails with {@link foyer.shared.VersionConflict} when it is no longer as it was, with {@link AddressTaken}, with
     * {@link LastAdmin} rather than leave nobody in charge.
     */
    void replace(Operator before, Operator after);

    /** Fails with {@link foyer.shared.VersionConflict} when it is no longer as it was, with {@link LastAdmin}. */
    void remove(Operator operator);

    /**
     * A part of the list, by the keys of the addresses.
     *
     * @param limit 1 to 200
     * @param position as {@link Page#next()} gave it; null at the beginning
     */
    Page<Operator> page(int limit, @Nullable String position);
}
