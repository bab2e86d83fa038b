package foyer.media.captions;

import java.util.List;
import java.util.OptionalLong;

/**
 * When a fragment of an MP4 file begins, by the clock that its encoder went by. A fragment counts in the units of its track, which the
 * initialization tells. It is when its first picture is decoded: where pictures refer to later ones that is shown a picture or two
 * later (by trun's composition offsets, which are not read), so that captions may come up to a tenth of a second early.
 *
 * @see <a href="https://www.iso.org/standard/83102.html">ISO/IEC 14496-12, 8.4.2 (mdhd), 8.3.2 (tkhd), 8.8.7 (tfhd), 8.8.12 (tfdt)</a>
 */
final class FragmentTime {
    private static final long MPEG_TICKS = 90_000;
    private static final long MPEG_WRAPS = 1L << 33;
    private static final int LONG_FIELDS = 1;

    private FragmentTime() {}

    /**
     * In ticks of MPEG-2's clock, 90,000 a second in 33 bits, as captions are told it (RFC 8216, 3.5); empty: it is no such fragment.
     *
     * @param fragment its beginning is enough
     */
    static OptionalLong inMpegTicks(byte[] initialization, byte[] fragment) {
        for (var track : Mp4Box.file(fragment)
                .find("moof")
                .map(moof -> moof.children("traf"))
                .orElse(List.of())) {
            var begins = decodeTime(track);
            var scale = scale(Mp4Box.file(initialization), trackOf(track));
            if (begins >= 0 && scale > 0) {
                // Live encoders count from 1970, so that all of it at once does not fit in a long.
                var ticks = begins / scale * MPEG_TICKS + Math.round((double) (begins % scale) * MPEG_TICKS / scale);
                return OptionalLong.of(ticks % MPEG_WRAPS);
            }
        }
        return OptionalLong.empty();
    }

    private static long decodeTime(Mp4Box fragment) {
        return fragment.find("tfdt")
                .filter(box -> box.has(hasLongFields(box) ? 12 : 8))
                .map(box -> hasLongFields(box)
                        ? box.content().getLong(4)
                        : Integer.toUnsignedLong(box.content().getInt(4)))
                .orElse(-1L);
    }

    private static long trackOf(Mp4Box fragment) {
        return fragment.find("tfhd")
                .filter(box -> box.has(8))
                .map(box -> Integer.toUnsignedLong(box.content().getInt(4)))
                .orElse(-1L);
    }

    private static long scale(Mp4Box initialization, long track) {
        return initialization.find("moov").stream()
                .flatMap(moov -> moov.children("trak").stream())
                .filter(trak -> trak.find("tkhd")
                        .filter(head -> afterTwoTimes(head) == track)
                        .isPresent())
                .flatMap(trak -> trak.find("mdia", "mdhd").stream())
                .mapToLong(FragmentTime::afterTwoTimes)
                .findFirst()
                .orElse(-1);
    }

    // Both begin with a version and with when they were made and changed; what is wanted follows.
    private static long afterTwoTimes(Mp4Box head) {
        var at = hasLongFields(head) ? 20 : 12;
        return head.has(at + 4) ? Integer.toUnsignedLong(head.content().getInt(at)) : -1;
    }

    private static boolean hasLongFields(Mp4Box box) {
        return box.has(1) && box.version() == LONG_FIELDS;
    }
}
