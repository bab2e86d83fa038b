package foyer.mail;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * Describes a zone to a calendar that may have never heard of it (RFC 5545, 3.6.5): the clock's changes around an event,
 * by the rules of this machine's Java.
 */
final class ZoneDescription {
    private static final DateTimeComponents LONG_AGO = new DateTimeComponents(1970, 1, 1, 0, 0, 0, false);

    private ZoneDescription() {}

    static VTimezone of(ZoneId zone, ZonedDateTime from, ZonedDateTime until) {
        var described = new VTimezone(zone.getId());
        var rules = zone.getRules();
        // The moment itself counts as before: an event may begin with the change.
        var last = rules.previousTransition(from.toInstant().plusSeconds(1));
        if (last == null) {
            described.addStandardTime(always(rules.getOffset(from.toInstant())));
        } else {
            // Some calendars understand a zone only if they know of both its times.
            var first = rules.previousTransition(last.getInstant());
            describe(described, zone, first == null ? last : first, until);
        }
        return described;
    }

    private static void describe(VTimezone described, ZoneId zone, ZoneOffsetTransition first, ZonedDateTime until) {
        add(described, zone, first);
        var next = zone.getRules().nextTransition(first.getInstant());
        while (next != null && !next.getInstant().isAfter(until.toInstant())) {
            add(described, zone, next);
            next = zone.getRules().nextTransition(next.getInstant());
        }
    }

    private static void add(VTimezone described, ZoneId zone, ZoneOffsetTransition change) {
        if (zone.getRules().isDaylightSavings(change.getInstant())) {
            described.addDaylightSavingsTime(filled(new DaylightSavingsTime(), change));
        } else {
            described.addStandardTime(filled(new StandardTime(), change));
        }
    }

    private static <T extends Observance> T filled(T observance, ZoneOffsetTransition change) {
        observance.setDateStart(components(change.getDateTimeBefore()));
        observance.setTimezoneOffsetFrom(offset(change.getOffsetBefore()));
        observance.setTimezoneOffsetTo(offset(change.getOffsetAfter()));
        return observance;
    }

    private static StandardTime always(ZoneOffset offset) {
        var observance = new StandardTime();
        observance.setDateStart(LONG_AGO);
        observance.setTimezoneOffsetFrom(offset(offset));
        observance.setTimezoneOffsetTo(offset(offset));
        return observance;
    }

    private static UtcOffset offset(ZoneOffset offset) {
        return new UtcOffset(offset.getTotalSeconds() * 1_000L);
    }

    private static DateTimeComponents components(LocalDateTime time) {
        return new DateTimeComponents(
                time.getYear(),
                time.getMonthValue(),
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond(),
                false);
    }
}
