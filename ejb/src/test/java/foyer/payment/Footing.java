package foyer.payment;

import foyer.event.Events;
import foyer.payment.ledger.Payments;
import foyer.payment.provider.Checkouts;
import foyer.payment.voucher.Vouchers;
import foyer.registration.Registrations;
import java.time.Clock;

/** What use cases of a house in tests stand on: its keepers, its payment provider and its clock. */
public record Footing(
        Payments payments,
        Registrations registrations,
        Events events,
        Vouchers vouchers,
        Checkouts checkouts,
        Clock clock) {}
