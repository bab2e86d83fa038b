package foyer.event;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import java.time.Duration;

/**
 * How long a node answers from what it has read.
 *
 * @param fresh {@code foyer.event.cache}: how old an event may be that the public is shown; zero: never a moment
 * @param stale {@code foyer.event.cache-when-unavailable}: how old it may be while the store does not answer
 * @param bytes {@code foyer.event.cache-megabytes}: how much of the heap it may take
 */
public record EventSettings(Duration fresh, Duration stale, long bytes) implements FeatureSettings {

    public static EventSettings read(Settings settings) {
        var read = new EventSettings(
                settings.duration("foyer.event.cache", Duration.ofSeconds(2), Duration.ZERO, Duration.ofMinutes(1)),
                settings.duration(
                        "foyer.event.cache-when-unavailable",
                        Duration.ofMinutes(1),
                        Duration.ZERO,
                        Duration.ofMinutes(15)),
                settings.number("foyer.event.cache-megabytes", 32, 1, 1024) * 1_000_000L);
        settings.refuseWrongOnes();
        return read;
    }
}
