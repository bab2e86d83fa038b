package foyer.player.origin;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file (RFC 9110, 14.1.2), both ends included.
 *
 * @param first counted from zero
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=(?<first>[0-9]{1,18})-(?<last>[0-9]{0,18})");
    private static final Pattern TAIL = Pattern.compile("bytes=-(?<count>[0-9]{1,18})");

    static ByteRange whole(long length) {
        return new ByteRange(0, length - 1);
    }

    /** What a header asks for; the whole where it asks for several parts or is none; empty where the file has no such part. */
    static Optional<ByteRange> of(@Nullable String header, long length) {
        if (header == null) {
            return Optional.of(whole(length));
        }
        var tail = TAIL.matcher(header);
        if (tail.matches()) {
            var count = Long.parseLong(tail.group("count"));
            return within(Math.max(0, length - count), length - 1, length);
        }
        var one = ONE.matcher(header);
        if (!one.matches()) {
            return Optional.of(whole(length));
        }
        var first = Long.parseLong(one.group("first"));
        var last = one.group("last").isEmpty() ? length - 1 : Long.parseLong(one.group("last"));
        // One that ends before it begins is no range, and to be ignored.
        return last < first && !one.group("last").isEmpty()
                ? Optional.of(whole(length))
                : within(first, Math.min(last, length - 1), length);
    }

    long count() {
        return last - first + 1;
    }

    boolean partOf(long length) {
        return count() < length;
    }

    private static Optional<ByteRange> within(long first, long last, long length) {
        return first < length && first <= last ? Optional.of(new ByteRange(first, last)) : Optional.empty();
    }
}
