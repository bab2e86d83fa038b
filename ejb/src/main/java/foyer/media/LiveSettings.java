package foyer.media;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import java.time.Duration;

/**
 * When channels are started and stopped by themselves.
 *
 * @param lead {@code foyer.live.lead}: how long before its event one is started
 * @param overrun {@code foyer.live.overrun}: how long after its event's end one is stopped
 * @param unfed {@code foyer.live.unfed}: how long one runs that nobody feeds
 * @param linger {@code foyer.live.linger}: how long what was live stays after its end, for those who are behind
 */
public record LiveSettings(Duration lead, Duration overrun, Duration unfed, Duration linger)
        implements FeatureSettings {

    static LiveSettings read(Settings settings) {
        var read = new LiveSettings(
                settings.duration("foyer.live.lead", Duration.ofMinutes(15), Duration.ZERO, Duration.ofDays(1)),
                settings.duration("foyer.live.overrun", Duration.ofMinutes(30), Duration.ZERO, Duration.ofDays(1)),
                settings.duration(
                        "foyer.live.unfed", Duration.ofMinutes(30), Duration.ofSeconds(5), Duration.ofDays(1)),
                settings.duration("foyer.live.linger", Duration.ofMinutes(10), Duration.ZERO, Duration.ofDays(1)));
        settings.refuseWrongOnes();
        return read;
    }
}
