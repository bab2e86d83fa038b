package foyer.media.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/**
 * One file of a picture: a playlist, a segment, captions, a poster.
 *
 * @param name the last part of its path
 * @param length in bytes
 */
public record OriginFile(String name, long length, Instant modifiedAt, Content content) {
    /** One that is told now, and lies nowhere. */
    public static OriginFile told(String name, byte[] text, Instant at) {
        return new OriginFile(
                name,
                text.length,
                at,
                (out, from, count) -> out.write(text, Math.toIntExact(from), Math.toIntExact(count)));
    }

    /** What is in it. */
    @FunctionalInterface
    public interface Content {
        /** Writes {@code count} bytes from the byte {@code from} on, both within its length. */
        void writeTo(OutputStream out, long from, long count) throws IOException;
    }
}
