package foyer.payment.ledger;

import foyer.shared.Alongside;
import foyer.shared.AlongsideInMemory;
import foyer.shared.Outgoing;

class PaymentsInMemoryTest implements PaymentsContract {
    private final PaymentsInMemory payments = new PaymentsInMemory();

    @Override
    public Payments payments() {
        return payments;
    }

    @Override
    public void write(Alongside change) {
        AlongsideInMemory.write(change);
    }

    @Override
    public boolean isTold(Outgoing fact) {
        return payments.told().contains(fact);
    }
}
