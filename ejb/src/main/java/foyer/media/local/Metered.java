package foyer.media.local;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what comes, tells so, and fails with {@link NotRtmp} when it is more than a most. Read by one thread. */
final class Metered extends FilterInputStream {
    private final Runnable progress;
    private long most;
    private long count;

    Metered(InputStream in, long most, Runnable progress) {
        super(in);
        this.most = most;
        this.progress = progress;
    }

    long count() {
        return count;
    }

    /** From now on all is taken. */
    void takeAll() {
        most = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var read = super.read(bytes, offset, length);
        if (read > 0) {
            count += read;
            if (count > most) {
                throw new NotRtmp("So much is not taken before a key is known.");
            }
            progress.run();
        }
        return read;
    }
}
