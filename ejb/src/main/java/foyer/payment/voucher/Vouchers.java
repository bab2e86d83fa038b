package foyer.payment.voucher;

import foyer.payment.ledger.PaymentId;
import foyer.shared.Alongside;
import foyer.shared.EmailAddress;
import foyer.shared.Page;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All vouchers, wherever they are kept, with what was used of them. */
public interface Vouchers {
    /** @param code as {@link Voucher#normal} has it */
    Optional<Voucher> find(String code);

    /**
     * Fails with {@link foyer.shared.VersionConflict} for a code that is there.
     *
     * @param alongside written in the same transaction, or refused with what it brought along
     */
    void add(Voucher voucher, Alongside alongside);

    /** Other terms; what was used stays. Fails with {@link foyer.shared.VersionConflict} unless the version is that of {@code before}. */
    void replace(Voucher before, Voucher after);

    /**
     * Nobody uses it any more; what was paid by it stays. Again, nothing happens.
     *
     * @param alongside written in the same transaction, and not at all where nothing happens
     */
    void remove(String code, Alongside alongside);

    /** By code. */
    Page<Voucher> list(int limit, @Nullable String position);

    /**
     * A use by an address, as part of another keeper's transaction; refused with {@link VoucherRefused} when the limit in
     * all, or the address's own, is reached, or when it is there no more. The same payment uses it once.
     *
     * @param others for the same seat, one of which may be using it: that use is no further one, but becomes this one's
     */
    Alongside using(Voucher voucher, EmailAddress by, PaymentId payment, Collection<PaymentId> others);

    /** The use by this payment is free again; without a condition, and nothing happens if there was none. */
    Alongside givingBack(String code, EmailAddress by, PaymentId payment);
}
