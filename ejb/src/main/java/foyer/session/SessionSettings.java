package foyer.session;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import foyer.shared.Stage;
import java.time.Duration;

/**
 * How long sessions last and how often they are heard of.
 *
 * @param lifetime {@code foyer.session.lifetime}: after it a viewer comes in anew, which is no more than a call
 * @param recheck {@code foyer.session.recheck}: how old what a node knows of a session may be
 * @param beatEvery {@code foyer.heartbeat.every}: how often a screen says that it is there
 * @param beatsPerSecond {@code foyer.heartbeat.per-second}: beyond so many on this node screens are told to come less often
 * @param remembered {@code foyer.session.remembered}: how many sessions a node holds at most
 */
public record SessionSettings(
        Duration lifetime, Duration recheck, Duration beatEvery, int beatsPerSecond, int remembered)
        implements FeatureSettings {
    /** No session lasts longer. */
    static final Duration LONGEST = Duration.ofDays(7);

    public static SessionSettings read(Settings settings) {
        var local = settings.stage() == Stage.LOCAL;
        var read = new SessionSettings(
                settings.duration(
                        "foyer.session.lifetime",
                        Duration.ofHours(12),
                        local ? Duration.ofSeconds(1) : Duration.ofMinutes(5),
                        LONGEST),
                settings.duration(
                        "foyer.session.recheck", Duration.ofSeconds(15), Duration.ZERO, Duration.ofSeconds(30)),
                settings.duration(
                        "foyer.heartbeat.every",
                        Duration.ofSeconds(20),
                        local ? Duration.ofSeconds(1) : Duration.ofSeconds(5),
                        // With the recheck before it a right that was taken back still ends within a minute.
                        Duration.ofSeconds(25)),
                settings.number("foyer.heartbeat.per-second", 2_000, 1, 1_000_000),
                settings.number("foyer.session.remembered", 100_000, 1_000, 10_000_000));
        settings.refuseWrongOnes();
        return read;
    }
}
