package foyer.media.local;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where one machine keeps its recordings, and how it makes them.
 *
 * @param directory {@code foyer.media.directory}: what plays is put below it, and uploads beside that; absent: no recordings
 * @param address {@code foyer.media.address}: where viewers reach what plays
 * @param ffmpeg {@code foyer.media.ffmpeg}: the program's name or path
 * @param ffprobe {@code foyer.media.ffprobe}: likewise
 * @param threads {@code foyer.media.threads}: of each encoder
 * @param longest {@code foyer.media.longest}: how long a video may be
 * @param spare {@code foyer.media.spare-megabytes}: what has to stay free on the disk, in bytes
 */
record LocalSettings(
        @Nullable Path directory,
        @Nullable URI address,
        String ffmpeg,
        String ffprobe,
        int threads,
        Duration longest,
        long spare)
        implements FeatureSettings {
    private static final String DIRECTORY = "foyer.media.directory";

    static LocalSettings read(Settings settings) {
        var read = new LocalSettings(
                settings.text(DIRECTORY).flatMap(text -> folder(settings, text)).orElse(null),
                settings.address("foyer.media.address").orElse(null),
                settings.text("foyer.media.ffmpeg", "ffmpeg"),
                settings.text("foyer.media.ffprobe", "ffprobe"),
                settings.number("foyer.media.threads", 1, 1, 64),
                settings.duration(
                        "foyer.media.longest", Duration.ofHours(8), Duration.ofSeconds(1), Duration.ofDays(2)),
                settings.number("foyer.media.spare-megabytes", 500, 0, 100_000_000) * 1_000_000L);
        settings.refuseWrongOnes();
        return read;
    }

    /** In words for the operator; empty: all is there. */
    Optional<String> lacking() {
        if (directory == null) {
            return Optional.of("This deployment keeps no recordings: the setting " + DIRECTORY + " names no folder.");
        }
        if (address == null) {
            return Optional.of("This deployment cannot show recordings: the setting foyer.media.address is missing.");
        }
        return Files.isWritable(directory)
                ? Optional.empty()
                : Optional.of("This server may not write to the folder that the setting " + DIRECTORY + " names.");
    }

    // One that this server may not write to is good enough to deliver from.
    private static Optional<Path> folder(Settings settings, String text) {
        try {
            return Optional.of(
                    Files.createDirectories(Path.of(text).toAbsolutePath().normalize()));
        } catch (InvalidPathException | IOException refused) {
            settings.wrong(DIRECTORY, "is no folder, and none can be made there.");
            return Optional.empty();
        }
    }
}
