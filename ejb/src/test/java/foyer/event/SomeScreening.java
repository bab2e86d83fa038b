package foyer.event;

import java.time.Clock;
import java.time.Duration;

/** Screening on a store in memory. */
public final class SomeScreening {
    private SomeScreening() {}

    public static Screening on(Events events, Clock clock) {
        var made = new Screening();
        made.events = events;
        made.recent = new RecentEvents(
                events, new EventSettings(Duration.ofSeconds(2), Duration.ofMinutes(1), 1_000_000), clock);
        made.clock = clock;
        return made;
    }
}
