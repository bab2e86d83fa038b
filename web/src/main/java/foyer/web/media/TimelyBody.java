package foyer.web.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;

/**
 * A body that has to come by a moment. The container's own timeout begins anew with every byte, so a drip would hold a thread
 * for days.
 */
final class TimelyBody extends FilterInputStream {
    private final Instant deadline;
    private final Clock clock;

    TimelyBody(InputStream body, Instant deadline, Clock clock) {
        super(body);
        this.deadline = deadline;
        this.clock = clock;
    }

    @Override
    public int read() throws IOException {
        checkTime();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        checkTime();
        return super.read(bytes, from, most);
    }

    private void checkTime() throws IOException {
        if (clock.instant().isAfter(deadline)) {
            throw new IOException("The body did not come in time.");
        }
    }
}
