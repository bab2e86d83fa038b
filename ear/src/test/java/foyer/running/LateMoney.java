package foyer.running;

import foyer.whole.Http;
import foyer.whole.Provider;
import foyer.whole.Shopper;
import java.util.stream.Stream;

/**
 * Somebody pays when their seat is another's already, for the provider has not closed their checkout in time: all of it goes back,
 * and the other keeps the seat.
 */
final class LateMoney implements Journey {
    private final Sale late;
    private final Sale other;

    LateMoney(Http everyone, Http organizer) {
        var event = Sale.aSeat(Shopper.offer(), organizer);
        late = Sale.of(event, everyone, organizer);
        other = Sale.of(event, everyone, organizer);
    }

    @Override
    public void setsOut() {
        Provider.closesNothing();
        late.left();
        other.boughtByWhoNeverCameBack();
        // The next time is ten seconds later: whether it is asked meanwhile is not left to chance.
        var asked = Provider.askedToClose();
        Journey.arrives("it is asked once more to close the checkout", () -> Provider.askedToClose() > asked);
    }

    @Override
    public void goes() {
        late.buyer().pays();
        Provider.isWell();
        goesOn();
    }

    @Override
    public void goesOn() {
        Journey.arrives("the money that came late is back", late::isReturned);
    }

    @Override
    public String fault() {
        return Stream.of(late.fault(Told.TOO_LATE), other.fault())
                .filter(fault -> !fault.isEmpty())
                .findFirst()
                .orElse("");
    }

    @Override
    public String faultAtTheEnd() {
        return other.isSold() && !late.isTaken() && !late.isFree() ? "" : "the seat is not the other's alone";
    }
}
