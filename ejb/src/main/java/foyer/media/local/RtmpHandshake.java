package foyer.media.local;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** How both sides of RTMP 1.0 begin: chapter 5.2. What is random in it keeps no secret. */
final class RtmpHandshake {
    private static final int VERSION = 3;
    private static final int LENGTH = 1536;
    private static final int TIMES = 8;

    private RtmpHandshake() {}

    /** As the one that was called. Fails with {@link NotRtmp} on another version. */
    static void answer(InputStream from, OutputStream to) throws IOException {
        var in = new DataInputStream(from);
        refuseOthers(in.readUnsignedByte());
        var theirs = part(in);
        // With zero in its second word it says that nobody is to look for a signature.
        var ours = anyPart();
        var all = Arrays.copyOf(new byte[] {VERSION}, 1 + 2 * LENGTH);
        System.arraycopy(ours, 0, all, 1, LENGTH);
        System.arraycopy(theirs, 0, all, 1 + LENGTH, LENGTH);
        to.write(all);
        to.flush();
        // Not every encoder repeats ours, so nobody compares.
        part(in);
    }

    /** As the caller. Fails with {@link NotRtmp} on another version. */
    static void call(InputStream from, OutputStream to) throws IOException {
        var in = new DataInputStream(from);
        var opening = Arrays.copyOf(new byte[] {VERSION}, 1 + LENGTH);
        System.arraycopy(anyPart(), 0, opening, 1, LENGTH);
        to.write(opening);
        to.flush();
        refuseOthers(in.readUnsignedByte());
        var theirs = part(in);
        part(in);
        to.write(theirs);
        to.flush();
    }

    private static void refuseOthers(int version) throws NotRtmp {
        if (version != VERSION) {
            throw new NotRtmp("This is another version, or no RTMP at all.");
        }
    }

    private static byte[] part(DataInputStream in) throws IOException {
        var part = new byte[LENGTH];
        in.readFully(part);
        return part;
    }

    private static byte[] anyPart() {
        var random = new byte[LENGTH - TIMES];
        ThreadLocalRandom.current().nextBytes(random);
        var part = new byte[LENGTH];
        System.arraycopy(random, 0, part, TIMES, random.length);
        return part;
    }
}
