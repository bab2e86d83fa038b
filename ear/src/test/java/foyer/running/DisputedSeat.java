package foyer.running;

import foyer.whole.Http;
import foyer.whole.Provider;
import foyer.whole.Shopper;

/** Somebody asks their bank for the money where that ends the seat, and the bank takes it for good. */
final class DisputedSeat implements Journey {
    private final Sale sale;
    /** Empty before there is one. */
    private String dispute = "";

    private boolean decided;

    DisputedSeat(Http everyone, Http organizer) {
        sale = Sale.of(Sale.aSeat(Shopper.offerEndedByDisputes(), organizer), everyone, organizer);
    }

    @Override
    public void setsOut() {
        sale.boughtByWhoNeverCameBack();
    }

    @Override
    public void goes() {
        if (dispute.isEmpty()) {
            dispute = sale.buyer().disputes();
        }
        Journey.arrives("the seat has ended", () -> !sale.isTaken());
        if (!decided) {
            Provider.decides(dispute, false);
            decided = true;
        }
        Journey.arrives(
                "it needs nobody any more", () -> sale.witness().unmatched().isEmpty());
    }

    @Override
    public void goesOn() {
        goes();
    }

    @Override
    public String fault() {
        return sale.fault();
    }

    @Override
    public String faultAtTheEnd() {
        return sale.faultAtTheEnd();
    }
}
