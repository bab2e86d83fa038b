package foyer.event;

/**
 * Whether anybody counts on an event; answered by those who give seats. Nobody answers as long as no seats are given, and
 * then nobody counts on it.
 */
public interface ConfirmedSeats {
    boolean anyFor(EventId event);
}
