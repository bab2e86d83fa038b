package foyer.session;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The screens a registration watches on, the newest first: the one truth about which of its sessions are live.
 *
 * @param userId the registration
 * @param live the sessions that may go on
 * @param newestAt when the newest of all that there were was opened, by whichever clock; the epoch where there was none
 * @param revokedAt what was taken back last: sessions opened up to then are over; the epoch where nothing was
 * @param leastVersion of the registration: who was let in by an older one, before the right was taken back, is late
 * @param version grows by one with each change; zero where nobody has watched yet
 */
public record Screens(
        String userId, List<Screen> live, Instant newestAt, Instant revokedAt, long leastVersion, long version) {
    /** One of them. */
    public record Screen(SessionId session, Instant openedAt, Instant expiresAt) {}

    public Screens {
        live = List.copyOf(live);
    }

    /** Nobody has watched yet. */
    public static Screens none(String userId) {
        return new Screens(userId, List.of(), Instant.EPOCH, Instant.EPOCH, 0, 0);
    }

    /** Whether a right that was read with this version of the registration has been taken back meanwhile. */
    boolean tooLateFor(long registrationVersion) {
        return registrationVersion < leastVersion;
    }

    /** With one more, and no more than so many: the newest stay. */
    Screens opened(Session session, int most) {
        var newest = new Screen(session.id(), session.createdAt(), session.expiresAt());
        var stillLive = live.stream()
                .filter(screen -> screen.expiresAt().isAfter(session.createdAt()))
                .filter(screen -> !screen.session().equals(session.id()));
        return with(
                Stream.concat(Stream.of(newest), stillLive).limit(most).toList(), later(newestAt, newest.openedAt()));
    }

    Screens closed(SessionId session) {
        return with(
                live.stream()
                        .filter(screen -> !screen.session().equals(session))
                        .toList(),
                newestAt);
    }

    /**
     * Without any, and closed to whoever was let in by an older version of the registration. A node whose clock is ahead may
     * have opened one of them: what was taken back before its time is taken back all the same.
     */
    Screens revoked(long registrationVersion, Instant now) {
        var moment = later(later(Instant.ofEpochMilli(now.toEpochMilli()), revokedAt), newestAt);
        return new Screens(
                userId, List.of(), newestAt, moment, Math.max(leastVersion, registrationVersion), version + 1);
    }

    /** Of one that closed it says that it made way, see {@link Sessions#standingOf}. */
    Standing standingOf(Session session) {
        if (live.stream().anyMatch(screen -> screen.session().equals(session.id()))) {
            return Standing.LIVE;
        }
        return session.createdAt().isAfter(revokedAt) ? Standing.REPLACED_BY_NEWER_SCREEN : Standing.REVOKED;
    }

    private Screens with(List<Screen> changed, Instant newest) {
        return new Screens(userId, changed, newest, revokedAt, leastVersion, version + 1);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
