package foyer.payment.provider;

import foyer.payment.ledger.Payment;
import foyer.shared.SettableClock;

/** The fake keeps what the provider promises. */
class CheckoutsInMemoryTest implements CheckoutsContract {
    private final SettableClock clock = new SettableClock();
    private final CheckoutsInMemory checkouts = new CheckoutsInMemory(clock);

    @Override
    public Checkouts checkouts() {
        return checkouts;
    }

    @Override
    public SettableClock clock() {
        return clock;
    }

    @Override
    public Outside outside() {
        return new Outside() {
            @Override
            public void pay(Payment payment) {
                checkouts.pay(payment);
            }

            @Override
            public void payLater(Payment payment) {
                checkouts.payLater(payment);
            }

            @Override
            public void settle(Payment payment, boolean paid) {
                if (paid) {
                    checkouts.pay(payment);
                } else {
                    checkouts.fail(payment);
                }
            }

            @Override
            public void refundThere(Payment payment, long minorUnits) {
                checkouts.refundThere(payment, minorUnits);
            }

            @Override
            public void failRefund(Payment payment, long minorUnits) {
                checkouts.failRefund(payment, minorUnits);
            }

            @Override
            public void dispute(Payment payment) {
                checkouts.dispute(payment);
            }

            @Override
            public void dispute(Payment payment, long minorUnits) {
                checkouts.dispute(payment, minorUnits);
            }

            @Override
            public void decideDispute(Payment payment, boolean won) {
                checkouts.decide(payment, won);
            }
        };
    }
}
