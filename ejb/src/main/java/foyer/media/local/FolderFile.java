package foyer.media.local;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file's bytes. One that is replaced while it is delivered is delivered as it was when that began. */
record FolderFile(Path path) {
    void writeTo(OutputStream out, long from, long count) throws IOException {
        try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
            var sink = Channels.newChannel(out);
            for (var sent = 0L; sent < count; ) {
                var more = file.transferTo(from + sent, count - sent, sink);
                if (more <= 0) {
                    throw new EOFException("The file became shorter while it was delivered.");
                }
                sent += more;
            }
        }
    }
}
