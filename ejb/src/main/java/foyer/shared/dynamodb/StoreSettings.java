package foyer.shared.dynamodb;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import foyer.shared.Stage;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the store is reached. Credentials are none of ours: the SDK finds them (environment, {@code aws.accessKeyId},
 * profile, role).
 *
 * @param endpoint {@code foyer.store.endpoint}; absent: the region's own
 * @param region {@code foyer.store.region}; absent: {@code local} in the local stage, else as the SDK
 *     finds it
 * @param prefix {@code foyer.store.prefix}, before every table's name
 * @param createTables {@code foyer.store.create-tables}; by default only in the local stage
 * @param prepareWithin {@code foyer.store.prepare-within}: how long a new table may take to become usable
 * @param attemptTimeout {@code foyer.store.attempt-timeout}: one request
 * @param callTimeout {@code foyer.store.call-timeout}: one call with all its retries
 * @param retries {@code foyer.store.retries}, after the first attempt
 * @param connections {@code foyer.store.connections} kept open at most, per node
 * @param concurrency {@code foyer.store.concurrency}: calls at once at most, so fewer than the server has threads
 * @param ease {@code foyer.store.ease}: what a call that somebody waits for takes on average at most of a store that is at ease; see
 *     {@link foyer.shared.Strain}
 */
public record StoreSettings(
        @Nullable URI endpoint,
        @Nullable String region,
        String prefix,
        boolean createTables,
        Duration prepareWithin,
        Duration attemptTimeout,
        Duration callTimeout,
        int retries,
        int connections,
        int concurrency,
        Duration ease)
        implements FeatureSettings {
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.-]{0,100}");

    /** Fails with {@link foyer.shared.WrongSettings} that names every wrong one. */
    public static StoreSettings read(Settings settings) {
        var read = new StoreSettings(
                settings.address("foyer.store.endpoint").orElse(null),
                settings.text("foyer.store.region").orElse(settings.stage() == Stage.LOCAL ? "local" : null),
                settings.text("foyer.store.prefix", "foyer-"),
                settings.truth("foyer.store.create-tables", settings.stage() == Stage.LOCAL),
                settings.duration("foyer.store.prepare-within", minutes(3), seconds(1), minutes(30)),
                settings.duration("foyer.store.attempt-timeout", seconds(1), millis(10), seconds(30)),
                settings.duration("foyer.store.call-timeout", seconds(3), millis(10), minutes(1)),
                settings.number("foyer.store.retries", 3, 0, 10),
                settings.number("foyer.store.connections", 64, 1, 2_000),
                settings.number("foyer.store.concurrency", 48, 1, 2_000),
                settings.duration("foyer.store.ease", millis(25), millis(1), seconds(30)));
        read.refuseWhatDoesNotGoTogether(settings);
        settings.refuseWrongOnes();
        return read;
    }

    /** The full name of a table. */
    public String table(String name) {
        return prefix + name;
    }

    private void refuseWhatDoesNotGoTogether(Settings settings) {
        if (!PREFIX.matcher(prefix).matches()) {
            settings.wrong("foyer.store.prefix", "takes at most 100 letters, digits, dots, dashes and underscores.");
        }
        if (callTimeout.compareTo(attemptTimeout) < 0) {
            settings.wrong("foyer.store.call-timeout", "is shorter than foyer.store.attempt-timeout.");
        }
        if (connections < concurrency) {
            settings.wrong("foyer.store.connections", "is lower than foyer.store.concurrency.");
        }
    }

    private static Duration millis(long count) {
        return Duration.ofMillis(count);
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }

    private static Duration minutes(long count) {
        return Duration.ofMinutes(count);
    }
}
