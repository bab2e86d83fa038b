package foyer.running;

import foyer.whole.Http;
import foyer.whole.Shopper;
import java.util.List;
import java.util.stream.Stream;

/** Several have paid for an event when the organizer calls it off, and each of them gets their money back. */
final class CalledOffEvening implements Journey {
    private static final int SOLD = 3;

    private final Http organizer;
    private final String event;
    private final List<Sale> sales;

    CalledOffEvening(Http everyone, Http organizer) {
        this.organizer = organizer;
        this.event = Shopper.offer().publishedBy(organizer);
        this.sales = Stream.generate(() -> Sale.of(event, everyone, organizer))
                .limit(SOLD)
                .toList();
    }

    @Override
    public void setsOut() {
        sales.forEach(Sale::boughtByWhoNeverCameBack);
    }

    @Override
    public void goes() {
        calledOff();
    }

    @Override
    public void goesOn() {
        calledOff();
    }

    @Override
    public String fault() {
        return sales.stream()
                .map(Sale::fault)
                .filter(fault -> !fault.isEmpty())
                .findFirst()
                .orElse("");
    }

    @Override
    public String faultAtTheEnd() {
        var told =
                organizer.get("/api/events/" + event + "/refunds").expect(200).json();
        var done = told.getInt("paid") == SOLD && told.getInt("due") == 0 && told.getInt("returned") == SOLD;
        return done && sales.stream().noneMatch(Sale::isTaken) ? "" : "of " + SOLD + " came back " + told;
    }

    private void calledOff() {
        organizer.post("/api/events/" + event + "/cancel").expect(200);
        Journey.arrives("the money of all is back", () -> sales.stream().allMatch(Sale::isReturned));
    }
}
