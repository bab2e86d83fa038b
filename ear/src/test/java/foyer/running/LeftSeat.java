package foyer.running;

import foyer.launch.Await;
import foyer.whole.Http;

/** Somebody goes to the provider's page and is seen no more, until their seat is kept no longer: nobody can pay for it any more. */
final class LeftSeat implements Journey {
    private final Sale sale;

    LeftSeat(Http everyone, Http organizer) {
        sale = new Sale(everyone, organizer);
    }

    @Override
    public void setsOut() {}

    @Override
    public void goes() {
        sale.left();
        Journey.arrives(
                "the checkout is closed",
                () -> !sale.isTaken() && sale.witness().payable() == 0);
    }

    /** Nobody comes back. */
    @Override
    public void goesOn() {}

    @Override
    public String fault() {
        return sale.isTaken() ? "the seat is still kept" : sale.fault();
    }

    // It is told to be over some seconds before it is given to somebody else.
    @Override
    public String faultAtTheEnd() {
        return Await.until(SOON, sale::isFree) ? "" : "the seat that was left is not free";
    }
}
