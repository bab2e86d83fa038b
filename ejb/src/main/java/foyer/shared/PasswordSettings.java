package foyer.shared;

import java.time.Duration;

/**
 * How slowly passwords are hashed, and who waits for it. The least cost is what OWASP's password storage cheat sheet asks
 * of PBKDF2 with HMAC-SHA-512.
 *
 * @param iterations {@code foyer.password.iterations}
 * @param line {@code foyer.password.line}: how many may wait for a slow hash before the next is refused
 * @param patience {@code foyer.password.patience}: how long one of them waits at most
 */
public record PasswordSettings(int iterations, int line, Duration patience) implements FeatureSettings {
    private static final int OWASP = 220_000;

    /** Fails with {@link WrongSettings} that names every wrong one. */
    public static PasswordSettings read(Settings settings) {
        var read = new PasswordSettings(
                settings.number("foyer.password.iterations", OWASP, OWASP, 10_000_000),
                settings.number("foyer.password.line", 24, 1, 1_000),
                settings.duration(
                        "foyer.password.patience",
                        Duration.ofSeconds(8),
                        Duration.ofMillis(100),
                        Duration.ofMinutes(1)));
        settings.refuseWrongOnes();
        return read;
    }
}
