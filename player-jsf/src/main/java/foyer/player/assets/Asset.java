package foyer.player.assets;

import java.io.IOException;
import java.io.OutputStream;

/** One form of one asset, ready to be sent. */
final class Asset {
    private final Encoding encoding;
    private final byte[] content;

    /** Takes the bytes over. */
    Asset(Encoding encoding, byte[] content) {
        this.encoding = encoding;
        this.content = content;
    }

    Encoding encoding() {
        return encoding;
    }

    int length() {
        return content.length;
    }

    void writeTo(OutputStream stream) throws IOException {
        stream.write(content);
    }
}
