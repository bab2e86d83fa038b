package foyer.assets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A name for a folder that changes with any name or byte in it, and with nothing else. */
final class ContentHash {
    private static final int BYTES = 8;

    private ContentHash() {}

    /** Sixteen hexadecimal digits. */
    static String of(Path folder) throws IOException {
        var digest = sha256();
        for (var file : Folder.files(folder)) {
            var name = folder.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8);
            var content = Files.readAllBytes(file);
            // The lengths keep "ab" + "c" apart from "a" + "bc".
            digest.update(ByteBuffer.allocate(8)
                    .putInt(name.length)
                    .putInt(content.length)
                    .flip());
            digest.update(name);
            digest.update(content);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
