package foyer.payment.checkout;

import foyer.access.OwnViewer;
import foyer.event.Browsing;
import foyer.payment.Footing;
import foyer.payment.letters.PaymentLetters;
import foyer.payment.settlement.Settling;
import foyer.payment.voucher.SomeVouchers;
import foyer.payment.voucher.VoucherGuesses;
import java.time.Duration;

/** Takes payments in tests of other rooms. */
public final class SomeTakingPayment {
    /** How long a seat is kept for one payment. */
    public static final Duration HOLD = Duration.ofMinutes(30);

    /** How much longer it is kept in silence. */
    public static final Duration GRACE = Duration.ofMinutes(5);

    /** How many payments are begun for one seat at the most. */
    public static final int MOST = HoldLimit.MOST;

    private static final CheckoutSettings SETTINGS = new CheckoutSettings(HOLD, GRACE);

    private SomeTakingPayment() {}

    public static TakingPayment on(
            Footing footing,
            OwnViewer ownViewer,
            Browsing browsing,
            VoucherGuesses guesses,
            Settling settling,
            PaymentLetters letters) {
        var taking = new TakingPayment();
        taking.registrations = footing.registrations();
        taking.ownViewer = ownViewer;
        taking.browsing = browsing;
        taking.payments = footing.payments();
        taking.quoting = SomeVouchers.quoting(footing);
        taking.guesses = guesses;
        taking.inLine = inLine(footing, settling);
        taking.letters = letters;
        taking.settings = SETTINGS;
        taking.clock = footing.clock();
        return taking;
    }

    private static StandingInLine inLine(Footing footing, Settling settling) {
        var inLine = new StandingInLine();
        inLine.payments = footing.payments();
        inLine.checkouts = footing.checkouts();
        inLine.settling = settling;
        inLine.clock = footing.clock();
        return inLine;
    }
}
