package foyer.media;

import foyer.event.EventId;
import foyer.shared.Alongside;
import foyer.shared.VersionConflict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All recordings, wherever they are noted. A keeper that does not answer fails with {@link foyer.shared.Unavailable}. Lists leave out what
 * cannot be read, so that it keeps back no other.
 */
public interface Recordings {
    /** What was last written, never anything older. */
    Optional<Recording> find(EventId event, RecordingId id);

    /** Newest first, as they were last written. */
    List<Recording> of(EventId event);

    /** Adding the very same again changes nothing; fails with {@link VersionConflict} rather than overwrite another. */
    void add(Recording recording);

    /** Fails with {@link VersionConflict} unless what is kept has the version of {@code before}. */
    void replace(Recording before, Recording after);

    /**
     * The same, or an addition, to go into a write of somebody else's, which fails with {@link VersionConflict} unless what is kept is still
     * {@code before}.
     *
     * @param before null: nothing is kept
     */
    Alongside noting(@Nullable Recording before, Recording after);

    /** Twice is the same as once. */
    void remove(Recording recording);

    /** Those that somebody has to look at, the longest due first; they may have been changed since. */
    List<Recording> due(Instant now, int most);
}
