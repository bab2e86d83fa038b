package foyer.payment.ledger;

import foyer.event.EventId;
import foyer.registration.RegistrationId;
import foyer.shared.Alongside;
import foyer.shared.Outgoing;
import foyer.shared.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All payments, wherever they are kept. Nothing is ever deleted, and nothing is written but on condition of its version. */
public interface Payments {
    /** What was last written, never anything older. */
    Optional<Payment> find(PaymentId id);

    /** A new one, as part of another keeper's transaction; refused with {@link foyer.shared.VersionConflict} if it is there. */
    Alongside adding(Payment payment);

    /** The next version, as part of another keeper's transaction; refused with {@link foyer.shared.VersionConflict}. */
    Alongside replacing(Payment before, Payment after);

    /**
     * The next version. Fails with {@link foyer.shared.VersionConflict} unless what is kept has the version of
     * {@code before}. What was told before is not told again.
     */
    void replace(Payment before, Payment after, Alongside alongside, Outgoing... facts);

    /**
     * Somebody has to look at it now; one conditional write, durable once this returns. It is the next version: whoever was
     * looking at it meanwhile looks again.
     *
     * @return false when it was due already and {@link Payment#calledFor}, or when there is none: one whose lease ran out may
     *     still be in the hands of somebody slow, who has to learn of this
     */
    boolean call(PaymentId id, Instant now);

    /** The same as part of another keeper's transaction, whether or not it was due; refused when there is none. */
    Alongside calling(PaymentId id, Instant now);

    /** Those of a registration, the oldest first. */
    List<Payment> of(RegistrationId registration);

    /** Those of an event, the oldest first. */
    Page<Payment> ofEvent(EventId event, int limit, @Nullable String position);

    /** Those begun on a day in UTC, the oldest first. */
    Page<Payment> ofDay(LocalDate day, int limit, @Nullable String position);

    /** Those that somebody has to look at by now, the longest due first. */
    List<Payment> due(Instant now, int most);
}
