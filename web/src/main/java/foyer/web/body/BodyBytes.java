package foyer.web.body;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Clock;

/** Reads a body within the limits of size and time, however it is transferred. */
final class BodyBytes {
    private static final int SMALLEST_PART = 512;
    private static final int LARGEST_PART = 8_192;

    private final HttpSettings settings;
    private final int most;
    private final Clock clock;

    BodyBytes(HttpSettings settings, Clock clock) {
        this(settings, settings.maxBody(), clock);
    }

    /** @param most bytes that are taken, whatever the settings say */
    BodyBytes(HttpSettings settings, int most, Clock clock) {
        this.settings = settings;
        this.most = most;
        this.clock = clock;
    }

    /** Whether anything comes, which is still there to be read; fails with {@link MalformedJson} when it breaks off. */
    static boolean isAny(PushbackInputStream stream) {
        try {
            var first = stream.read();
            if (first >= 0) {
                stream.unread(first);
            }
            return first >= 0;
        } catch (IOException brokenOff) {
            throw new MalformedJson("The body did not come whole.");
        }
    }

    /** Fails with {@link TooLarge}, or with {@link MalformedJson} when the body ends early or does not end in time. */
    byte[] read(InputStream stream) {
        var deadline = clock.instant().plus(settings.bodyTime());
        try {
            var part = new byte[partOf(stream)];
            var bytes = new ByteArrayOutputStream(part.length);
            for (var count = stream.read(part); count >= 0; count = stream.read(part)) {
                bytes.write(part, 0, count);
                if (bytes.size() > most) {
                    throw new TooLarge(most);
                }
                // The container's own timeout begins anew with every byte, so a drip would hold a thread for days.
                if (clock.instant().isAfter(deadline)) {
                    throw new MalformedJson("The body did not come in time.");
                }
                if (count == part.length && count < LARGEST_PART) {
                    part = new byte[Math.min(LARGEST_PART, 2 * count)];
                }
            }
            return bytes.toByteArray();
        } catch (IOException brokenOff) {
            throw new MalformedJson("The body did not come whole.");
        }
    }

    // Most bodies are small and came with their head.
    private static int partOf(InputStream stream) throws IOException {
        return Math.min(LARGEST_PART, Math.max(SMALLEST_PART, stream.available()));
    }
}
