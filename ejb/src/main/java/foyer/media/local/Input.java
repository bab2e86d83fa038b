package foyer.media.local;

import java.nio.file.Path;
import java.util.List;

/** How a stranger's file is opened: as a file, and as one of the containers we take, whatever it claims to be. */
final class Input {
    // A playlist that names files of this server, or addresses beside it, is no video.
    private static final List<String> GUARD =
            List.of("-protocol_whitelist", "file", "-format_whitelist", "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm");

    private Input() {}

    static List<String> guard() {
        return GUARD;
    }

    static List<String> of(Path file) {
        return List.of(GUARD.get(0), GUARD.get(1), GUARD.get(2), GUARD.get(3), "-i", file.toString());
    }
}
