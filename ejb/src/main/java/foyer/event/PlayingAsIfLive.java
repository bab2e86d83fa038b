package foyer.event;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a recording can play as if it were live; answered by those who deliver it. */
public interface PlayingAsIfLive {
    /**
     * What keeps it from that, in words for its organizer; empty: nothing.
     *
     * @param manifest null: what the event is going to play is not known yet
     */
    Optional<String> hindrance(@Nullable String manifest);
}
