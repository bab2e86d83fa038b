package foyer.media.local;

import foyer.media.CannotMake;
import foyer.shared.JsonText;
import jakarta.json.JsonException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what ffprobe says of a file.
 *
 * @see <a href="https://ffmpeg.org/ffprobe.html">ffprobe's page</a>
 */
final class SourceReading {
    private static final Set<String> TEXT_CAPTIONS =
            Set.of("subrip", "srt", "ass", "ssa", "mov_text", "webvtt", "text");
    private static final Pattern CLOCK = Pattern.compile("([0-9]{2,3}):([0-9]{2}):([0-9]{2}(?:\\.[0-9]{1,9})?)");
    private static final int MOST_TRACKS = 8;
    private static final double FASTEST = 60;
    /** Pixels a side. */
    static final int LARGEST = 8192;

    private final Map<?, ?> probed;

    private SourceReading(Map<?, ?> probed) {
        this.probed = probed;
    }

    /** Fails with {@link CannotMake} for what has no picture. */
    static Source read(String json) {
        try {
            return new SourceReading(map(JsonText.read(json))).source();
        } catch (JsonException illegible) {
            throw CannotMake.ever("This is no video that we can read. Send an mp4, mov, mkv or webm file.");
        }
    }

    private Source source() {
        var picture = streams("video").stream()
                .filter(stream -> whole(map(stream.get("disposition")).get("attached_pic")) == 0)
                .findFirst()
                .orElseThrow(() -> CannotMake.ever("There is no picture in this file, only sound or nothing at all."));
        var upright = Math.abs(rotation(picture)) % 180 != 90;
        var wide = (int) Math.round(whole(picture.get("width")) * pixelRatio(picture));
        var high = whole(picture.get("height"));
        if (wide < 2 || high < 2 || wide > LARGEST || high > LARGEST) {
            throw CannotMake.ever("The picture of this file is smaller than 2 or larger than 8192 pixels a side.");
        }
        return new Source(
                whole(picture.get("index")),
                upright ? wide : high,
                upright ? high : wide,
                rate(text(picture.get("avg_frame_rate"))),
                Set.of("tt", "bb", "tb", "bt").contains(text(picture.get("field_order"))),
                tracks(streams("audio"), "Audio"),
                tracks(
                        streams("subtitle").stream()
                                .filter(stream -> TEXT_CAPTIONS.contains(text(stream.get("codec_name"))))
                                .toList(),
                        "Captions"),
                length(),
                pictureLength(picture));
    }

    private List<Map<?, ?>> streams(String type) {
        var all = probed.get("streams");
        return all instanceof List<?> list
                ? list.stream()
                        .<Map<?, ?>>map(SourceReading::map)
                        .filter(stream -> type.equals(stream.get("codec_type")))
                        .toList()
                : List.of();
    }

    private static List<Track> tracks(List<Map<?, ?>> streams, String kind) {
        var tracks = new ArrayList<Track>();
        streams.stream().limit(MOST_TRACKS).forEach(stream -> {
            var tags = map(stream.get("tags"));
            var number = kind + " " + (tracks.size() + 1);
            tracks.add(Track.of(whole(stream.get("index")), text(tags.get("language")), text(tags.get("title")), number)
                    .apartFrom(tracks));
        });
        return tracks;
    }

    private @Nullable Duration length() {
        var seconds = Source.quotient(text(map(probed.get("format")).get("duration")));
        return seconds > 0 ? Duration.ofMillis((long) (seconds * 1000)) : null;
    }

    // Sound may go on after the picture. Matroska tells how long a track is by a tag, where it does.
    private @Nullable Duration pictureLength(Map<?, ?> picture) {
        var all = length();
        var told = text(picture.get("duration"));
        var tagged = CLOCK.matcher(text(map(picture.get("tags")).get("DURATION")));
        var seconds = Source.quotient(told);
        if (tagged.matches() && seconds == 0) {
            seconds = Integer.parseInt(tagged.group(1)) * 3_600.0
                    + Integer.parseInt(tagged.group(2)) * 60
                    + Double.parseDouble(tagged.group(3));
        }
        var own = Duration.ofMillis((long) (seconds * 1000));
        return all == null || own.isZero() || own.isNegative() || own.compareTo(all) > 0 ? all : own;
    }

    private static int rotation(Map<?, ?> stream) {
        if (stream.get("side_data_list") instanceof List<?> sides) {
            return sides.stream()
                    .map(side -> whole(map(side).get("rotation")))
                    .filter(turned -> turned != 0)
                    .findFirst()
                    .orElse(0);
        }
        return 0;
    }

    private static double pixelRatio(Map<?, ?> stream) {
        var ratio = Source.quotient(text(stream.get("sample_aspect_ratio")).replace(':', '/'));
        return ratio > 0.1 && ratio < 10 ? ratio : 1;
    }

    // Some files claim thousands of pictures a second, for their clock ticks so fast; others say nothing.
    private static String rate(String said) {
        var rate = Source.quotient(said);
        if (rate > FASTEST) {
            return rate > 2 * FASTEST ? "30" : "60";
        }
        return rate < 1 ? "30" : said;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    private static int whole(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }
}
