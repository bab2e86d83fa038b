package foyer.media.captions;

import foyer.media.rendition.RenditionPlaylist;
import foyer.media.rendition.UnfitPlaylist;
import io.lindstrom.m3u8.model.MediaSegment;
import io.lindstrom.m3u8.model.SegmentMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * By which clock the segments of a recording count. Those of what was live keep the encoder's: they begin at some time, and anew after
 * each gap. Captions that count from the recording's beginning have to say so (RFC 8216, 3.5).
 *
 * @param stretches in their order; empty: all counts from the recording's beginning
 */
public record MediaTimeline(List<Stretch> stretches) {
    /** Of what was made from a file. */
    public static final MediaTimeline FROM_ZERO = new MediaTimeline(List.of());

    /**
     * What lies between two gaps.
     *
     * @param begins in the recording
     * @param timestamp of its first segment, in ticks of MPEG-2's clock: 90,000 a second, in 33 bits
     */
    public record Stretch(Duration begins, long timestamp) {}

    public MediaTimeline {
        stretches = List.copyOf(stretches);
    }

    /**
     * Of a recording of what was live. Fails with {@link UnfitPlaylist} for segments that do not say it in a way that is known here: those
     * of MP4 do.
     *
     * @param rendition the path of its playlist, below the recording's manifest
     * @param playlist what that says
     * @param beginning the first kilobytes of a file, by its path
     */
    public static MediaTimeline read(String rendition, String playlist, Function<String, byte[]> beginning) {
        var stretches = new ArrayList<Stretch>();
        var begins = Duration.ZERO;
        SegmentMap decoder = null;
        for (var segment : RenditionPlaylist.read(rendition, playlist).mediaSegments()) {
            decoder = segment.segmentMap().orElse(decoder);
            if (stretches.isEmpty() || segment.discontinuity()) {
                stretches.add(new Stretch(begins, timestamp(rendition, decoder, segment, beginning)));
            }
            begins = begins.plus(RenditionPlaylist.lengthOf(segment));
        }
        return new MediaTimeline(stretches);
    }

    private static long timestamp(
            String rendition, @Nullable SegmentMap decoder, MediaSegment segment, Function<String, byte[]> beginning) {
        if (decoder == null || segment.byteRange().isPresent()) {
            throw new UnfitPlaylist(rendition + " names segments that are no files of MP4.");
        }
        return FragmentTime.inMpegTicks(
                        beginning.apply(RenditionPlaylist.resolve(rendition, decoder.uri())),
                        beginning.apply(RenditionPlaylist.resolve(rendition, segment.uri())))
                .orElseThrow(() -> new UnfitPlaylist(segment.uri() + " does not say when it begins."));
    }
}
