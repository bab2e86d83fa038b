package foyer.session;

import foyer.shared.Alongside;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All sessions and the screens of registrations, wherever they are kept. */
public interface Sessions {
    /**
     * How long the screens of a registration are known at least, after the last of them was closed or is over, and after its
     * right was taken back: a day longer than any session lasts that began before, so that none is taken for one that made way.
     */
    Duration REMEMBERED = SessionSettings.LONGEST.plusDays(1);

    Optional<Session> find(SessionId id);

    /** Keeps them; one that is there already stays as it is the same. */
    void keep(Collection<Session> sessions);

    void remove(Collection<SessionId> ids);

    /** As they stand; {@link Screens#none} for a registration that has not watched, or not for so long. */
    Screens screens(String userId);

    /** Those of all these registrations that have watched. */
    List<Screens> screens(Collection<String> userIds);

    /** How a registration's session stands, as far as it is not over by the clock. */
    default Standing standingOf(Session session) {
        return standingOf(session, screens(session.viewer()));
    }

    /**
     * The same by screens that were read. Its row is there before its token and goes when it is closed, which tells one that
     * closed from one that made way; asked for only there.
     */
    default Standing standingOf(Session session, Screens screens) {
        var found = screens.standingOf(session);
        return found == Standing.REPLACED_BY_NEWER_SCREEN && find(session.id()).isEmpty() ? Standing.CLOSED : found;
    }

    /** What is there instead when somebody was faster; empty when it was replaced, now or by the same call before. */
    Optional<Screens> replace(Screens before, Screens after);

    /**
     * The same as a part of a transaction, which fails with {@link foyer.shared.VersionConflict} when somebody was faster.
     */
    Alongside replacing(Screens before, Screens after);
}
