package foyer.media;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import java.time.Duration;

/**
 * What recordings may be, and how long things may take.
 *
 * @param largest {@code foyer.media.max-upload-megabytes}: what a file may have, in bytes
 * @param permitFor {@code foyer.media.part-lifetime}: how long the address of a part is good
 * @param patience {@code foyer.media.upload-lifetime}: how long an upload may take before it is given up
 * @param lease {@code foyer.media.lease}: how long a node may be silent before another takes its transcode up
 * @param atOnce {@code foyer.media.transcodes}: how many a node works on at once
 */
public record RecordingSettings(long largest, Duration permitFor, Duration patience, Duration lease, int atOnce)
        implements FeatureSettings {

    static RecordingSettings read(Settings settings) {
        var read = new RecordingSettings(
                settings.number("foyer.media.max-upload-megabytes", 20_000, 1, 5_000_000) * 1_000_000L,
                settings.duration(
                        "foyer.media.part-lifetime", Duration.ofHours(6), Duration.ofSeconds(1), Duration.ofDays(7)),
                settings.duration(
                        "foyer.media.upload-lifetime", Duration.ofDays(2), Duration.ofSeconds(2), Duration.ofDays(30)),
                settings.duration(
                        "foyer.media.lease", Duration.ofMinutes(2), Duration.ofSeconds(20), Duration.ofHours(1)),
                settings.number("foyer.media.transcodes", 1, 1, 16));
        settings.refuseWrongOnes();
        return read;
    }
}
