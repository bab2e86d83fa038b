package violations.foyer.seat;

import violations.foyer.seat.row.Row;

/** Knows the row that knows it. */
public interface Numbered {
    Row row();
}
