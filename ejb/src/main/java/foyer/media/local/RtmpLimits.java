package foyer.media.local;

import java.time.Duration;

/**
 * What a door puts up with.
 *
 * @param strangers connections at once that have not proven a key
 * @param each how many of them may be of one address
 * @param handshake how long each of them may take to greet
 * @param proof how long each of them may take to prove a key, in all
 * @param silence how long nothing may come from an encoder, or go to ffmpeg; and how long ffmpeg may take to end
 * @param reach how long ffmpeg may take to listen and to answer
 */
record RtmpLimits(int strangers, int each, Duration handshake, Duration proof, Duration silence, Duration reach) {
    static final RtmpLimits USUAL = new RtmpLimits(
            20, 4, Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(5));

    /** Bytes that one may send before, and that a message may have. */
    static final int BEFORE = 65_536;

    /** Bytes that a message may have afterwards: one picture of a high rate. */
    static final int AFTERWARDS = 8_388_608;
}
