package foyer.shared;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/**
 * A point in time as somebody wrote it. A client that read {@code 18:00:00.120Z} may write {@code 18:00:00.12Z} or
 * {@code 20:00:00.12+02:00}, for most keep times and not their letters.
 */
public record WrittenMoment(String text) {
    public boolean is(Instant moment) {
        try {
            return OffsetDateTime.parse(text).toInstant().equals(moment);
        } catch (DateTimeParseException noMoment) {
            return false;
        }
    }
}
