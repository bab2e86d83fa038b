package violations.foyer.seat;

import violations.foyer.ticket.InACycle;

/** Knows the ticket that knows it. */
public interface Seat {
    InACycle ticket();
}
