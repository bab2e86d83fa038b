package foyer.media;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a broadcast was on. In whole milliseconds.
 *
 * @param startedAt when its channel was last begun from nothing; null: it never was
 * @param fedSince when an encoder was first seen since, or is told to have come; null: none was
 * @param fedAt when an encoder was last seen since; null: none was
 * @param stoppedAt when it was last ended; null: it never was
 */
public record Airtime(
        @Nullable Instant startedAt,
        @Nullable Instant fedSince,
        @Nullable Instant fedAt,
        @Nullable Instant stoppedAt) {
    /** How long before it was seen an encoder may have come. */
    private static final Duration LATEST_LOOK = Duration.ofSeconds(6);

    static final Airtime NONE = new Airtime(null, null, null, null);

    /** What was before does not count: it was a rehearsal, or nothing. */
    Airtime begun(Instant now) {
        return new Airtime(whole(now), null, null, null);
    }

    /** After a stop that was none. */
    Airtime goingOn() {
        return new Airtime(startedAt, fedSince, fedAt, null);
    }

    Airtime fed(Instant now) {
        return new Airtime(startedAt, fedSince == null ? whole(now) : fedSince, whole(now), stoppedAt);
    }

    /** What is told of an encoder only afterwards counts from when it came. */
    Airtime seen(ChannelStatus status, Instant now) {
        var seen = status.input().connected() ? fed(now) : this;
        var told = status.fedSince();
        return told == null ? seen : seen.cameBy(told);
    }

    private Airtime cameBy(Instant told) {
        var first = fedSince == null || told.isBefore(fedSince) ? told : fedSince;
        var since = startedAt != null && startedAt.isAfter(first) ? startedAt : whole(first);
        return new Airtime(startedAt, since, fedAt == null ? since : fedAt, stoppedAt);
    }

    Airtime ended(Instant now) {
        return new Airtime(startedAt, fedSince, fedAt, whole(now));
    }

    /** From when on a recording holds what was shown; not before {@code earliest}, for that was a rehearsal. */
    Instant shownFrom(Instant earliest) {
        var seen = fedSince == null ? earliest : fedSince.minus(LATEST_LOOK);
        var since = startedAt != null && startedAt.isAfter(seen) ? startedAt : seen;
        return since.isAfter(earliest) ? since : earliest;
    }

    boolean everFed() {
        return fedSince != null;
    }

    private static Instant whole(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS);
    }
}
