package foyer.payment.reconciliation;

import foyer.payment.Footing;
import foyer.payment.settlement.Settling;

/** Reconciles in tests of other rooms. */
public final class SomeReconciling {
    private SomeReconciling() {}

    public static Reconciling on(Footing footing, Leases leases, Settling settling) {
        var reconciling = new Reconciling();
        reconciling.leases = leases;
        reconciling.checkouts = footing.checkouts();
        reconciling.payments = footing.payments();
        reconciling.settling = settling;
        reconciling.clock = footing.clock();
        return reconciling;
    }
}
