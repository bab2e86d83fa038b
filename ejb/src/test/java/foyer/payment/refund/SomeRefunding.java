package foyer.payment.refund;

import foyer.audit.AuditTrail;
import foyer.payment.Footing;
import foyer.payment.ledger.Payments;
import foyer.payment.provider.Checkouts;
import foyer.payment.settlement.Settling;
import foyer.registration.Dues;

/** Gives money back in tests of other rooms. */
public final class SomeRefunding {
    private SomeRefunding() {}

    public static Refunding on(Footing footing, Settling settling, AuditTrail trail) {
        var refunding = new Refunding();
        refunding.payments = footing.payments();
        refunding.registrations = footing.registrations();
        refunding.events = footing.events();
        refunding.checkouts = footing.checkouts();
        refunding.settling = settling;
        refunding.trail = trail;
        refunding.clock = footing.clock();
        return refunding;
    }

    /** From now on this provider is asked to give back. */
    public static void asks(Refunding refunding, Checkouts provider) {
        refunding.checkouts = provider;
    }

    public static WritingOff writingOff(Footing footing, AuditTrail trail) {
        var writingOff = new WritingOff();
        writingOff.payments = footing.payments();
        writingOff.trail = trail;
        writingOff.clock = footing.clock();
        return writingOff;
    }

    /** Those of registrations that end. */
    public static Dues dues(Payments payments, AuditTrail trail) {
        return new PaidSeats(payments, trail);
    }
}
