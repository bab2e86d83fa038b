package foyer.media.local;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How a stranger's file is opened: as a file, and as one of the containers we take, whatever it claims to be. */
final class Input {
    /**
     * No decoder makes room for more, whatever a picture says of itself in the midst of a file that announced smaller ones: each
     * of them takes memory for several.
     *
     * @see <a href="https://ffmpeg.org/ffmpeg-codecs.html#Codec-Options">max_pixels</a>
     */
    static final List<String> BOUND =
            List.of("-max_pixels", Integer.toString(SourceReading.LARGEST * SourceReading.LARGEST));

    // A playlist that names files of this server, or addresses beside it, is no video.
    private static final List<String> GUARD =
            List.of("-protocol_whitelist", "file", "-format_whitelist", "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm");

    private Input() {}

    static List<String> guard() {
        return GUARD;
    }

    static List<String> of(Path file) {
        return Stream.of(GUARD, BOUND, List.of("-i", file.toString()))
                .flatMap(List::stream)
                .toList();
    }
}
