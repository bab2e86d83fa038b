package foyer.event;

import java.time.Clock;
import java.time.Duration;

/** Shows the events of a test. */
public final class SomeBrowsing {
    private SomeBrowsing() {}

    public static Browsing of(Events events, Clock clock) {
        var browsing = new Browsing();
        browsing.events = events;
        browsing.recent = new RecentEvents(
                events, new EventSettings(Duration.ofSeconds(2), Duration.ofMinutes(1), 1_000_000), clock);
        browsing.clock = clock;
        return browsing;
    }
}
