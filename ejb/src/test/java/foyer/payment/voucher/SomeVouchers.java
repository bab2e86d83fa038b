package foyer.payment.voucher;

import foyer.payment.Footing;
import foyer.traffic.SomeLimits;
import java.time.Clock;
import java.util.Optional;

/** What is made of vouchers, for tests of other rooms. */
public final class SomeVouchers {
    private SomeVouchers() {}

    /** Where every price can be charged. */
    public static Quoting quoting(Footing on) {
        var quoting = new Quoting();
        quoting.vouchers = on.vouchers();
        quoting.prices = Optional::of;
        quoting.clock = on.clock();
        return quoting;
    }

    public static Redeeming redeeming(Footing on) {
        var redeeming = new Redeeming();
        redeeming.vouchers = on.vouchers();
        redeeming.payments = on.payments();
        return redeeming;
    }

    public static VoucherGuesses guesses(Clock clock) {
        return new VoucherGuesses(SomeLimits.patience(clock));
    }
}
