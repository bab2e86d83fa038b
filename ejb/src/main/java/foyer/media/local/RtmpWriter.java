package foyer.media.local;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Cuts messages into chunks. Each begins with a header that refers to none before it: eleven bytes more a message, and
 * nothing that both sides have to remember alike.
 */
final class RtmpWriter {
    private static final int EXTENDED = 0xFFFFFF;
    private static final int GOES_ON = 3 << 6;

    private final DataOutputStream out;
    private int chunkSize = RtmpReader.FIRST_SIZE;

    RtmpWriter(OutputStream out) {
        this.out = new DataOutputStream(new BufferedOutputStream(out, RtmpReader.LARGEST_SIZE));
    }

    /** Says so, and keeps to it. */
    void chunkSize(int size) throws IOException {
        write(RtmpMessage.saying(RtmpMessage.SET_CHUNK_SIZE, size));
        chunkSize = size;
    }

    void write(RtmpMessage message) throws IOException {
        var payload = message.payload();
        var line = line(message.type());
        var extended = message.timestamp() >= EXTENDED;
        out.writeByte(line);
        unsigned24(extended ? EXTENDED : (int) message.timestamp());
        unsigned24(payload.length);
        out.writeByte(message.type());
        out.writeInt(Integer.reverseBytes(message.stream()));
        if (extended) {
            out.writeInt((int) message.timestamp());
        }
        for (var at = 0; at < payload.length; at += chunkSize) {
            if (at > 0) {
                out.writeByte(GOES_ON | line);
                if (extended) {
                    out.writeInt((int) message.timestamp());
                }
            }
            out.write(payload, at, Math.min(chunkSize, payload.length - at));
        }
        out.flush();
    }

    // The second is kept for what steers the protocol. The others are what encoders usually take.
    private static int line(int type) {
        return switch (type) {
            case RtmpMessage.AUDIO -> 4;
            case RtmpMessage.VIDEO -> 6;
            case RtmpMessage.DATA -> 5;
            case RtmpMessage.COMMAND -> 3;
            default -> 2;
        };
    }

    private void unsigned24(int number) throws IOException {
        out.writeByte(number >>> 16);
        out.writeShort(number);
    }
}
