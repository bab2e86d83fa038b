package foyer.media.local;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The name of an H.264 stream's coding as playlists write it (RFC 6381, 3.3), from the box that holds its configuration
 * (ISO/IEC 14496-15, 5.3.3): the box's name, a version, and then profile, constraints and level.
 */
final class AvcProfile {
    private static final byte[] BOX = "avcC".getBytes(StandardCharsets.US_ASCII);
    private static final int SKIPPED = BOX.length + 1;
    private static final int BYTES = 3;

    private AvcProfile() {}

    /** {@code avc1.64001f}. */
    static String in(Path initialization) {
        var bytes = Disk.at(() -> Files.readAllBytes(initialization));
        for (var at = 0; at + SKIPPED + BYTES <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + BOX.length, BOX, 0, BOX.length)) {
                return "avc1." + HexFormat.of().formatHex(bytes, at + SKIPPED, at + SKIPPED + BYTES);
            }
        }
        throw new IllegalStateException("ffmpeg wrote an initialization without avcC");
    }
}
