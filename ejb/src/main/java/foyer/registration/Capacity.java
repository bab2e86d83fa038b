package foyer.registration;

import foyer.event.Event;

/**
 * How many seats an event has, by a version of it: of two that differ, the newer one counts.
 *
 * @param seats {@link #UNLIMITED} without a limit
 */
public record Capacity(long seats, long eventVersion) {
    /** More than anybody ever takes, and a number still that can be counted on. */
    public static final long UNLIMITED = 1_000_000_000_000L;

    /** Whether there are last seats at all. */
    public boolean limited() {
        return seats != UNLIMITED;
    }

    public static Capacity of(Event event) {
        var seats = event.plan().admission().capacity();
        return new Capacity(seats == null ? UNLIMITED : seats, event.version());
    }
}
