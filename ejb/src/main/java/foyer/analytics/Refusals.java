package foyer.analytics;

import foyer.event.EventId;

/** Whose pages were refused to show events, wherever that is kept. */
public interface Refusals {
    /** As it was last written; {@link RefusedOrigins#none} for an event that nobody was refused. */
    RefusedOrigins of(EventId event);

    /** False, and nothing is written, unless what is kept has the version of {@code before}. */
    boolean replace(RefusedOrigins before, RefusedOrigins after);
}
