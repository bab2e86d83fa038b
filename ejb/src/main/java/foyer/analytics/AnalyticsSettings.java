package foyer.analytics;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import java.time.Duration;

/**
 * How often figures go to the store and come from it.
 *
 * @param countEvery {@code foyer.analytics.count-every}: how often a screen that goes on is counted; its first two reports and
 *     its last are at once
 * @param fresh {@code foyer.analytics.fresh}: how old what operators are shown may be
 * @param remembered {@code foyer.analytics.remembered}: of how many screens a node holds what they measured, at most
 */
public record AnalyticsSettings(Duration countEvery, Duration fresh, int remembered) implements FeatureSettings {
    public static AnalyticsSettings read(Settings settings) {
        var read = new AnalyticsSettings(
                settings.duration(
                        "foyer.analytics.count-every",
                        Duration.ofSeconds(45),
                        Duration.ofSeconds(1),
                        // Beyond that who watches now could not be told.
                        Duration.ofMinutes(1)),
                settings.duration("foyer.analytics.fresh", Duration.ofSeconds(5), Duration.ZERO, Duration.ofMinutes(5)),
                settings.number("foyer.analytics.remembered", 100_000, 1_000, 10_000_000));
        settings.refuseWrongOnes();
        return read;
    }
}
