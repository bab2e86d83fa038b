package foyer.event;

import java.time.Clock;
import java.time.Duration;

/** Shows the events of a test. */
public final class SomeBrowsing {
    private SomeBrowsing() {}

    public static Browsing of(Events events, Clock clock) {
        return of(events, recent(events, clock), clock);
    }

    /** The same node's, with what it remembers. */
    public static Browsing of(Events events, RecentEvents recent, Clock clock) {
        var browsing = new Browsing();
        browsing.events = events;
        browsing.recent = recent;
        browsing.clock = clock;
        return browsing;
    }

    public static RecentEvents recent(Events events, Clock clock) {
        return new RecentEvents(
                events, new EventSettings(Duration.ofSeconds(2), Duration.ofMinutes(1), 1_000_000), clock);
    }
}
