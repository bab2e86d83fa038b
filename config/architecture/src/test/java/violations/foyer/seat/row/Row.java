package violations.foyer.seat.row;

import violations.foyer.seat.Numbered;

/** A room of its feature that knows the feature that knows it. */
public interface Row {
    Numbered first();
}
