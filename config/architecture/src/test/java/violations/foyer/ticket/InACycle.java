package violations.foyer.ticket;

import violations.foyer.seat.Seat;

/** Knows the seat that knows it. */
public interface InACycle {
    Seat seat();
}
