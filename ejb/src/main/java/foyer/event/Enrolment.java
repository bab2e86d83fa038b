package foyer.event;

import foyer.shared.Fields;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When people may register, and whether the organizer has to agree; on the wire part of {@code registrationConfig}.
 *
 * @param opensAt in the event's zone; null: as soon as the event is published
 * @param closesAt in the event's zone; null: when the event is over
 */
public record Enrolment(
        @Nullable ZonedDateTime opensAt, @Nullable ZonedDateTime closesAt, boolean approval) {
    static final Enrolment USUAL = new Enrolment(null, null, false);
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    /** Reads it; the zone is null when the event's is no zone, which is a finding already. */
    static Enrolment read(Fields group, @Nullable ZoneId zone) {
        var opens = moment(group, "opensAt", zone);
        var closes = moment(group, "closesAt", zone);
        if (opens.isPresent() && closes.isPresent() && !closes.get().isAfter(opens.get())) {
            group.refuse("closesAt", "not_after", "This must be after opensAt.");
        }
        return new Enrolment(
                opens.orElse(null), closes.orElse(null), group.truth("approval").orElse(false));
    }

    public boolean begunAt(Instant now) {
        return opensAt == null || !now.isBefore(opensAt.toInstant());
    }

    public boolean overAt(Instant now) {
        return closesAt != null && !now.isBefore(closesAt.toInstant());
    }

    void writeTo(Map<String, Object> tree) {
        if (opensAt != null) {
            tree.put("opensAt", opensAt.format(WITH_OFFSET));
        }
        if (closesAt != null) {
            tree.put("closesAt", closesAt.format(WITH_OFFSET));
        }
        if (approval) {
            tree.put("approval", true);
        }
    }

    private static Optional<ZonedDateTime> moment(Fields group, String name, @Nullable ZoneId zone) {
        var time = WallTime.read(group, name);
        return zone == null ? Optional.empty() : time.map(wall -> wall.in(zone, group, name));
    }
}
