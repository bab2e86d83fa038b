package foyer.event;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;

/** People count on the event, so it cannot go without telling them. */
public final class SeatsSold extends Problem {
    private static final long serialVersionUID = 1L;

    public SeatsSold() {
        super(
                ProblemCode.SEATS_SOLD,
                "This event has confirmed registrations. Cancel it first, which refunds and tells everyone.");
    }
}
