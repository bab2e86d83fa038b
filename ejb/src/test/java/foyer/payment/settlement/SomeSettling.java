package foyer.payment.settlement;

import foyer.payment.Footing;
import foyer.payment.ledger.Payment;
import foyer.payment.letters.Alerts;
import foyer.payment.letters.PaymentLetters;
import foyer.payment.provider.Checkouts;
import foyer.payment.voucher.SomeVouchers;
import foyer.session.SomeSessions;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.time.Duration;

/** Settles payments in tests of other rooms; money that takes its time may take two weeks. */
public final class SomeSettling {
    private static final SettlementSettings SETTINGS = new SettlementSettings(Duration.ofDays(14));

    private SomeSettling() {}

    /**
     * Tells it what it works with.
     *
     * @param node whose sessions end with a right
     */
    public static Settling on(
            Footing footing, Settling settling, SomeSessions node, PaymentLetters letters, Alerts alerts) {
        settling.payments = footing.payments();
        settling.registrations = footing.registrations();
        settling.events = footing.events();
        settling.redeeming = SomeVouchers.redeeming(footing);
        settling.checkouts = footing.checkouts();
        settling.noting = new NotingCheckouts(footing.payments(), footing.clock());
        settling.letters = letters;
        settling.alerts = alerts;
        settling.ending = node.ending;
        settling.settings = SETTINGS;
        settling.clock = footing.clock();
        return settling;
    }

    /** From now on it asks this provider. */
    public static void asks(Settling settling, Checkouts provider) {
        settling.checkouts = provider;
    }

    /** As the timer does. */
    public static void settleDue(Settling settling, Payment due) {
        settling.settleDue(due);
    }

    /** @param threads on which payments are looked at once their notice is answered */
    public static Hearing hearing(Footing footing, Settling settling, ManagedExecutorService threads) {
        var hearing = new Hearing();
        hearing.checkouts = footing.checkouts();
        hearing.payments = footing.payments();
        hearing.settling = settling;
        hearing.clock = footing.clock();
        hearing.threads = threads;
        return hearing;
    }
}
