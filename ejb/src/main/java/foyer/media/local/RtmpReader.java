package foyer.media.local;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts messages together from chunks: chapter 5.3 of RTMP 1.0. Obeys what the other side says about the size of its chunks,
 * and holds no more than a most, whatever length a message claims.
 */
final class RtmpReader {
    /** Of a chunk, before anybody says otherwise. */
    static final int FIRST_SIZE = 128;

    static final int LARGEST_SIZE = 65_536;

    private static final int LINES = 16;
    private static final int EXTENDED = 0xFFFFFF;
    private static final long CLOCK = 0xFFFF_FFFFL;

    private final DataInputStream in;
    private final Map<Integer, Line> lines = new HashMap<>();
    private int chunkSize = FIRST_SIZE;
    private int most;
    private int held;

    /** @param most bytes of messages that have begun */
    RtmpReader(InputStream in, int most) {
        this.in = new DataInputStream(in);
        this.most = most;
    }

    /** From now on it holds so many bytes at most. */
    void hold(int bytes) {
        most = bytes;
    }

    /** Fails with {@link java.io.EOFException} when there are no more, with {@link NotRtmp} on what is none. */
    RtmpMessage next() throws IOException {
        while (true) {
            var message = chunk();
            if (message.isPresent()) {
                obey(message.get());
                return message.get();
            }
        }
    }

    private void obey(RtmpMessage message) throws NotRtmp {
        if (message.type() == RtmpMessage.SET_CHUNK_SIZE) {
            chunkSize = message.number();
            // Smaller ones are allowed, and nobody sends them but to keep us busy.
            if (chunkSize < FIRST_SIZE || chunkSize > LARGEST_SIZE) {
                throw new NotRtmp("Chunks of this size are not taken.");
            }
        } else if (message.type() == RtmpMessage.ABORT) {
            var line = lines.get(message.number());
            if (line != null) {
                held -= line.begun.size();
                line.begun.reset();
            }
        }
    }

    private Optional<RtmpMessage> chunk() throws IOException {
        var first = in.readUnsignedByte();
        var format = first >>> 6;
        var line = line(number(first & 0x3F), format);
        if (line.begun.size() > 0 && format != 3) {
            throw new NotRtmp("A message begins in the midst of another.");
        }
        header(line, format);
        if (line.length > most) {
            throw new NotRtmp("A message is too long.");
        }
        return body(line);
    }

    private int number(int low) throws IOException {
        return switch (low) {
            case 0 -> 64 + in.readUnsignedByte();
            case 1 -> 64 + in.readUnsignedByte() + 256 * in.readUnsignedByte();
            default -> low;
        };
    }

    private Line line(int number, int format) throws NotRtmp {
        var known = lines.get(number);
        if (known != null) {
            return known;
        }
        // Some encoders begin with a header of the second kind, and mean the connection itself.
        if (format > 1 || lines.size() == LINES) {
            throw new NotRtmp("A chunk refers to one that never came, or there are too many streams of them.");
        }
        var line = new Line();
        lines.put(number, line);
        return line;
    }

    private void header(Line line, int format) throws IOException {
        if (format < 3) {
            line.time = unsigned24();
        }
        if (format < 2) {
            line.length = unsigned24();
            line.type = in.readUnsignedByte();
        }
        if (format == 0) {
            line.stream = Integer.reverseBytes(in.readInt());
        }
        // Chunks of the fourth kind repeat it, too.
        var time = line.time == EXTENDED ? Integer.toUnsignedLong(in.readInt()) : line.time;
        if (line.begun.size() == 0) {
            line.timestamp = format == 0 ? time : line.timestamp + time & CLOCK;
        }
    }

    private Optional<RtmpMessage> body(Line line) throws IOException {
        var size = Math.min(chunkSize, line.length - line.begun.size());
        if (held + size > most) {
            throw new NotRtmp("Too many messages begin, and none ends.");
        }
        var bytes = new byte[size];
        in.readFully(bytes);
        if (size == line.length) {
            return Optional.of(line.message(bytes));
        }
        line.begun.write(bytes);
        held += size;
        if (line.begun.size() < line.length) {
            return Optional.empty();
        }
        held -= line.length;
        var whole = line.begun.toByteArray();
        line.begun = new ByteArrayOutputStream();
        return Optional.of(line.message(whole));
    }

    private int unsigned24() throws IOException {
        return in.readUnsignedShort() << 8 | in.readUnsignedByte();
    }

    /** What a chunk stream remembers from one chunk to the next. */
    private static final class Line {
        private int time;
        private long timestamp;
        private int length;
        private int type;
        private int stream;
        private ByteArrayOutputStream begun = new ByteArrayOutputStream();

        private RtmpMessage message(byte[] payload) {
            return new RtmpMessage(type, timestamp, stream, payload);
        }
    }
}
