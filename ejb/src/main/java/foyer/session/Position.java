package foyer.session;

import foyer.event.EventId;
import java.time.Duration;
import java.time.Instant;

/**
 * Where somebody was in the video.
 *
 * @param viewer a registration, or a session where nobody has to register
 * @param seenAt when the screen said so
 */
public record Position(String viewer, EventId eventId, Duration at, Instant seenAt) {}
