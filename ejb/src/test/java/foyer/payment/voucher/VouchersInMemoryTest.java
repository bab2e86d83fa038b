package foyer.payment.voucher;

import foyer.shared.Alongside;
import foyer.shared.AlongsideInMemory;

class VouchersInMemoryTest implements VouchersContract, VoucherUsesContract {
    private final VouchersInMemory vouchers = new VouchersInMemory();

    @Override
    public Vouchers vouchers() {
        return vouchers;
    }

    // One at a time, as the keepers do it that take it into their own changes.
    @Override
    public synchronized void write(Alongside change) {
        AlongsideInMemory.write(change);
    }
}
