package foyer.event;

import foyer.shared.Fields;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When an event happens. Wall time and zone are the truth, so that an event at eight stays at eight when a government
 * changes its clocks; the instant follows from today's rules whenever an event is read.
 */
public record Schedule(ZonedDateTime startsAt, ZonedDateTime endsAt) {
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    /** Reads {@code startsAt}, {@code endsAt} and {@code timeZone}; empty, and findings, where one is missing or no time. */
    static Optional<Schedule> read(Fields fields) {
        fields.require("startsAt");
        fields.require("endsAt");
        fields.require("timeZone");
        var zone = zone(fields);
        var starts = WallTime.read(fields, "startsAt");
        var ends = WallTime.read(fields, "endsAt");
        if (zone.isEmpty() || starts.isEmpty() || ends.isEmpty()) {
            return Optional.empty();
        }
        var schedule = new Schedule(
                starts.get().in(zone.get(), fields, "startsAt"), ends.get().in(zone.get(), fields, "endsAt"));
        if (!schedule.endsAt.toInstant().isAfter(schedule.startsAt.toInstant())) {
            fields.refuse("endsAt", "not_after", "This must be after startsAt.");
        }
        return Optional.of(schedule);
    }

    boolean begun(Instant now) {
        return !now.isBefore(startsAt.toInstant());
    }

    boolean over(Instant now) {
        return !now.isBefore(endsAt.toInstant());
    }

    void writeTo(Map<String, Object> tree) {
        tree.put("startsAt", startsAt.format(WITH_OFFSET));
        tree.put("endsAt", endsAt.format(WITH_OFFSET));
        tree.put("timeZone", startsAt.getZone().getId());
    }

    // Only names of places: a bare offset such as +02:00 would know nothing of summer time.
    private static Optional<ZoneId> zone(Fields fields) {
        return fields.text("timeZone").flatMap(name -> {
            if (!ZONES.contains(name)) {
                fields.refuse("timeZone", "unknown_value", "This must be an IANA time zone such as Europe/Vienna.");
                return Optional.empty();
            }
            return Optional.of(ZoneId.of(name));
        });
    }
}
