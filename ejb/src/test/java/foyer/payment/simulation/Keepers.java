package foyer.payment.simulation;

import foyer.payment.ledger.PaymentsInMemory;
import foyer.payment.letters.PaymentLetters;
import foyer.payment.letters.SomeLetters;
import foyer.payment.provider.CheckoutsInMemory;
import foyer.payment.reconciliation.LeasesInMemory;
import foyer.payment.settlement.Settling;
import foyer.payment.voucher.VouchersInMemory;
import foyer.registration.AccessLinks;
import foyer.registration.RegistrationsInMemory;
import java.time.Clock;

/** What a simulated house is built on; a guard is taken away by overriding one of these. */
class Keepers {
    PaymentsInMemory payments(PaymentsInMemory.Watcher watcher) {
        return new PaymentsInMemory(watcher);
    }

    RegistrationsInMemory registrations() {
        return new RegistrationsInMemory();
    }

    VouchersInMemory vouchers() {
        return new VouchersInMemory();
    }

    LeasesInMemory leases(LeasesInMemory.Watcher watcher) {
        return new LeasesInMemory(watcher);
    }

    CheckoutsInMemory checkouts(Clock clock) {
        return new CheckoutsInMemory(clock);
    }

    Settling settling() {
        return new Settling();
    }

    PaymentLetters letters(AccessLinks links) {
        return SomeLetters.with(links);
    }
}
