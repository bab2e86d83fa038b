package foyer.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session as one node knows it. Times are epoch milliseconds, for there are ten thousands of these in memory.
 *
 * @param standing as far as is known
 * @param checkedAt when the store was last asked about it; zero: never
 * @param seenAt when its screen was last heard of
 * @param positionMillis of the video; less than zero: none was told
 * @param rowKept whether its row is in the store
 * @param told whether the store knows where it is
 */
record LiveSession(
        Session session,
        Standing standing,
        long checkedAt,
        long seenAt,
        long positionMillis,
        boolean rowKept,
        boolean told) {

    /** First heard of here. Of a registration's session the row was there before the token was given. */
    static LiveSession firstHeardOf(Session session, Instant now) {
        return new LiveSession(session, Standing.LIVE, 0, now.toEpochMilli(), -1, session.registered(), true);
    }

    LiveSession heardOf(@Nullable Duration position, Instant now) {
        return position == null
                ? new LiveSession(session, standing, checkedAt, now.toEpochMilli(), positionMillis, rowKept, told)
                : new LiveSession(
                        session,
                        standing,
                        checkedAt,
                        now.toEpochMilli(),
                        position.toMillis(),
                        rowKept,
                        told && position.toMillis() == positionMillis);
    }

    LiveSession checked(Standing found, Instant now) {
        return new LiveSession(session, found, now.toEpochMilli(), seenAt, positionMillis, rowKept, told);
    }

    /** As it is once the store was told what this says; what came meanwhile is still to be told. */
    LiveSession toldAs(LiveSession written) {
        return new LiveSession(
                session, standing, checkedAt, seenAt, positionMillis, true, positionMillis == written.positionMillis);
    }

    boolean checkedSince(Instant moment) {
        return checkedAt > moment.toEpochMilli();
    }

    boolean heardOfSince(Instant moment) {
        return seenAt > moment.toEpochMilli();
    }

    boolean unknownToStore() {
        return !rowKept || (!told && session.registered());
    }

    /** Empty where nobody has to register: such a screen remembers by itself. */
    Optional<Position> position() {
        return positionMillis < 0 || !session.registered()
                ? Optional.empty()
                : Optional.of(new Position(
                        session.viewer(),
                        session.eventId(),
                        Duration.ofMillis(positionMillis),
                        Instant.ofEpochMilli(seenAt)));
    }
}
