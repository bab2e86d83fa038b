package foyer.event;

import foyer.shared.Fields;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A time as the clock on the wall shows it, perhaps with an offset, before the zone has its say. */
record WallTime(LocalDateTime time, @Nullable ZoneOffset offset) {
    // A fraction of zeros is what JavaScript writes; any other would be lost.
    private static final Pattern FORM = Pattern.compile(
            "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\\.0{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})?");

    static Optional<WallTime> read(Fields fields, String name) {
        var text = fields.text(name);
        var read = text.flatMap(WallTime::parse);
        if (text.isPresent() && read.isEmpty()) {
            fields.refuse(
                    name,
                    "invalid",
                    "This must be a time such as 2030-05-01T20:00:00, with or without an offset, in the years 1970 to 9999.");
        }
        return read;
    }

    /** The moment in a zone; what is wrong with it there is noted, and resolved in the way most clocks do. */
    ZonedDateTime in(ZoneId zone, Fields fields, String name) {
        var moment = ZonedDateTime.ofLocal(time, zone, offset);
        var offsets = zone.getRules().getValidOffsets(time);
        var known = offsets.stream().map(ZoneOffset::toString).collect(Collectors.joining(" or "));
        if (offsets.isEmpty()) {
            fields.refuse(
                    name,
                    "in_gap",
                    "The clocks of " + zone + " skip this time; the next they show is " + moment.toLocalDateTime()
                            + ".");
        } else if (offset == null && offsets.size() > 1) {
            fields.refuse(
                    name,
                    "ambiguous",
                    "The clocks of " + zone + " show this time twice; add the offset " + known + ".");
        } else if (offset != null && !offsets.contains(offset)) {
            fields.refuse(name, "wrong_offset", "The offset of " + zone + " is " + known + " at this time.");
        }
        return moment;
    }

    private static Optional<WallTime> parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            var time = LocalDateTime.parse(matcher.group(1));
            var offset = matcher.group(2) == null ? null : ZoneOffset.of(matcher.group(2));
            return time.getYear() < 1970 ? Optional.empty() : Optional.of(new WallTime(time, offset));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
