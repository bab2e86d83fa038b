package foyer.traffic;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import java.time.Duration;
import java.util.Map;

/**
 * How calls may come in.
 *
 * @param keptFor {@code foyer.requests.kept-for}: how long an idempotency key counts
 * @param lease {@code foyer.requests.lease}: after this a call that never ended may be taken over, so longer than the
 *     longest takes
 * @param limits by kind: {@code foyer.limits.{kind}.per-minute}, and {@code .burst} that may come at once
 * @param remembered {@code foyer.limits.remembered}: callers whose figures a node holds at most
 */
public record TrafficSettings(Duration keptFor, Duration lease, Map<String, Limit> limits, int remembered)
        implements FeatureSettings {

    /** So many a minute over time, and so many at once after a rest. */
    public record Limit(int perMinute, int burst) {}

    public TrafficSettings {
        limits = Map.copyOf(limits);
    }

    /** Fails with {@link foyer.shared.WrongSettings} that names every wrong one. */
    public static TrafficSettings read(Settings settings) {
        var read = new TrafficSettings(
                settings.duration(
                        "foyer.requests.kept-for", Duration.ofDays(7), Duration.ofMinutes(1), Duration.ofDays(90)),
                settings.duration(
                        "foyer.requests.lease", Duration.ofSeconds(60), Duration.ofSeconds(1), Duration.ofHours(1)),
                Map.of(
                        Limits.ADDRESS, limit(settings, Limits.ADDRESS, 600, 200),
                        Limits.OPERATOR, limit(settings, Limits.OPERATOR, 1_200, 400),
                        Limits.SESSION, limit(settings, Limits.SESSION, 120, 60),
                        Limits.ENTRY, limit(settings, Limits.ENTRY, 6_000, 2_000),
                        Limits.LOGIN_ADDRESS, limit(settings, Limits.LOGIN_ADDRESS, 30, 10),
                        Limits.LOGIN_MAIL, limit(settings, Limits.LOGIN_MAIL, 10, 10),
                        Limits.SUPPORT, limit(settings, Limits.SUPPORT, 30, 30)),
                settings.number("foyer.limits.remembered", 100_000, 1_000, 10_000_000));
        settings.refuseWrongOnes();
        return read;
    }

    private static Limit limit(Settings settings, String kind, int perMinute, int burst) {
        var name = "foyer.limits." + kind;
        return new Limit(
                settings.number(name + ".per-minute", perMinute, 1, 100_000_000),
                settings.number(name + ".burst", burst, 2, 100_000_000));
    }
}
