package foyer.media.local;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was found. Another one in its place, or the same one written to, is not equal to it. One that is replaced while it is
 * delivered is delivered as it was when that began.
 *
 * @param key what the system knows this one by, whatever it is called; null where it has no such thing
 * @param length in bytes
 */
record FolderFile(Path path, @Nullable Object key, long length, FileTime changed) {
    /**
     * Bytes that are handed on at once. More than the server gathers before it sends (8 KB), or each would be copied once more; and no
     * more than it may copy for each viewer whose line takes less.
     */
    static final int PIECE = 128 * 1024;

    static FolderFile of(Path path, BasicFileAttributes attributes) {
        return new FolderFile(path, attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
    }

    /** Writes {@code count} bytes from the byte {@code from} on. */
    void writeTo(OutputStream out, long from, long count) throws IOException {
        var piece = ByteBuffer.allocate((int) Math.min(PIECE, count));
        try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
            for (var sent = 0L; sent < count; sent += piece.position()) {
                fill(piece.clear().limit((int) Math.min(PIECE, count - sent)), file, from + sent);
                out.write(piece.array(), 0, piece.position());
            }
        }
    }

    /** All of it, which has to find room in memory. */
    byte[] read() throws IOException {
        var all = ByteBuffer.allocate(Math.toIntExact(length));
        try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
            fill(all, file, 0);
        }
        return all.array();
    }

    private static void fill(ByteBuffer piece, FileChannel file, long from) throws IOException {
        while (piece.hasRemaining()) {
            if (file.read(piece, from + piece.position()) < 0) {
                throw new EOFException("The file became shorter while it was delivered.");
            }
        }
    }
}
