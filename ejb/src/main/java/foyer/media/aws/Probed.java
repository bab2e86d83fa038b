package foyer.media.aws;

import foyer.media.CannotMake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconvert.model.FrameRate;
import software.amazon.awssdk.services.mediaconvert.model.ProbeResponse;
import software.amazon.awssdk.services.mediaconvert.model.Track;
import software.amazon.awssdk.services.mediaconvert.model.TrackType;
import software.amazon.awssdk.services.mediaconvert.model.VideoProperties;

/**
 * What MediaConvert found in a file before anything is made of it.
 *
 * @param width as it is stored, as the height: whether it is to be turned MediaConvert does not tell
 * @param fast whether it has more pictures a second than are of use
 * @param sounds the languages of its sounds, by ISO 639; empty ones are not known
 * @param captioned whether captions are embedded in the picture
 * @see <a href="https://docs.aws.amazon.com/mediaconvert/latest/apireference/probe.html">Probe</a>
 */
record Probed(int width, int height, boolean fast, List<String> sounds, boolean captioned, Duration length) {
    private static final int MOST_SOUNDS = 8;
    private static final int LARGEST = 8192;
    private static final double FASTEST = 60.5;
    private static final Set<String> EMBEDDED = Set.of("C608", "C708");

    Probed {
        sounds = List.copyOf(sounds);
    }

    /** Fails with {@link CannotMake} for what has no picture, or one too long. */
    static Probed read(ProbeResponse answer, Duration longest) {
        var container = answer.probeResults().stream()
                .filter(result -> result.container() != null)
                .findFirst()
                .orElseThrow(
                        () -> CannotMake.ever("This is no video that we can read. Send an mp4, mov, mkv or webm file."))
                .container();
        var picture = of(container.tracks(), TrackType.VIDEO).stream()
                .map(Track::videoProperties)
                .filter(Probed::sized)
                .findFirst()
                .orElseThrow(() -> CannotMake.ever("There is no video in this file, only sound or nothing at all."));
        var seconds = container.duration() == null ? 0 : container.duration();
        var length = Duration.ofMillis((long) (seconds * 1000));
        if (length.compareTo(longest) > 0) {
            throw CannotMake.ever("This video is longer than " + longest.toMinutes() + " minutes.");
        }
        return new Probed(
                picture.width(),
                picture.height(),
                perSecond(picture.frameRate()) > FASTEST,
                languages(of(container.tracks(), TrackType.AUDIO)),
                container.tracks().stream().anyMatch(track -> EMBEDDED.contains(track.codecAsString())),
                length);
    }

    private static List<Track> of(List<Track> tracks, TrackType type) {
        return tracks.stream().filter(track -> track.trackType() == type).toList();
    }

    private static boolean sized(@Nullable VideoProperties picture) {
        if (picture == null || picture.width() == null || picture.height() == null) {
            return false;
        }
        if (Math.min(picture.width(), picture.height()) < 2 || Math.max(picture.width(), picture.height()) > LARGEST) {
            throw CannotMake.ever("The picture of this file is smaller than 2 or larger than 8192 pixels a side.");
        }
        return true;
    }

    private static double perSecond(@Nullable FrameRate rate) {
        return rate == null || rate.numerator() == null || rate.denominator() == null || rate.denominator() == 0
                ? 0
                : (double) rate.numerator() / rate.denominator();
    }

    private static List<String> languages(List<Track> sounds) {
        var languages = new ArrayList<String>();
        sounds.stream().limit(MOST_SOUNDS).forEach(track -> {
            var properties = track.audioProperties();
            var language = properties == null ? null : properties.languageCode();
            languages.add(language == null || !language.matches("[A-Za-z]{3}") ? "" : language);
        });
        return languages;
    }
}
