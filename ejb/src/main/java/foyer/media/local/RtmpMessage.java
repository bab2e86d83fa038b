package foyer.media.local;

import java.nio.ByteBuffer;

/** One message of RTMP 1.0, as Adobe published it in 2012, put together from its chunks. */
final class RtmpMessage {
    static final int SET_CHUNK_SIZE = 1;
    static final int ABORT = 2;
    static final int ACKNOWLEDGEMENT = 3;
    static final int USER_CONTROL = 4;
    static final int WINDOW_ACKNOWLEDGEMENT_SIZE = 5;
    static final int SET_PEER_BANDWIDTH = 6;
    static final int AUDIO = 8;
    static final int VIDEO = 9;
    static final int COMMAND_OF_AMF_3 = 17;
    static final int DATA = 18;
    static final int COMMAND = 20;

    private final int type;
    private final long timestamp;
    private final int stream;
    private final byte[] payload;

    /**
     * @param timestamp milliseconds, 32 bits of them
     * @param stream 0 for the connection itself
     */
    RtmpMessage(int type, long timestamp, int stream, byte[] payload) {
        this.type = type;
        this.timestamp = timestamp;
        this.stream = stream;
        this.payload = payload;
    }

    /** One that says a number, as those do that steer the protocol. */
    static RtmpMessage saying(int type, int number) {
        return new RtmpMessage(
                type, 0, 0, ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    int type() {
        return type;
    }

    long timestamp() {
        return timestamp;
    }

    int stream() {
        return stream;
    }

    /** Not a copy. */
    byte[] payload() {
        return payload;
    }

    RtmpMessage on(int otherStream) {
        return new RtmpMessage(type, timestamp, otherStream, payload);
    }

    /** What one that steers the protocol says. Fails with {@link NotRtmp} where it says too little. */
    int number() throws NotRtmp {
        if (payload.length < Integer.BYTES) {
            throw new NotRtmp("A message is too short.");
        }
        return ByteBuffer.wrap(payload).getInt();
    }
}
