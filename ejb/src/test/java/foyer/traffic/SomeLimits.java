package foyer.traffic;

import foyer.shared.ClockMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Limits for tests of other features: sixty calls and thirty logins a minute from a network, twelve for a mail address, and four reports. */
public final class SomeLimits {
    private SomeLimits() {}

    public static Limits forLogins(Clock clock) {
        var limits = Map.of(
                Limits.ADDRESS, new TrafficSettings.Limit(60, 60),
                Limits.LOGIN_ADDRESS, new TrafficSettings.Limit(30, 30),
                Limits.LOGIN_MAIL, new TrafficSettings.Limit(12, 12),
                Limits.SUPPORT, new TrafficSettings.Limit(4, 4));
        return new Limits(
                new TrafficSettings(Duration.ofDays(7), Duration.ofMinutes(1), limits, 1_000), new ClockMeter(clock));
    }

    public static Patience patience(Clock clock) {
        return new Patience(1_000, clock);
    }
}
