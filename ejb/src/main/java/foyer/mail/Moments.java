package foyer.mail;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times as a reader's language writes them, with the zone in words: elsewhere nobody knows whose eight o'clock it is. */
final class Moments {
    private final DateTimeFormatter date;
    private final DateTimeFormatter time;
    private final DateTimeFormatter zone;

    Moments(Locale locale) {
        this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        this.zone = DateTimeFormatter.ofPattern("zzzz", locale);
    }

    String at(ZonedDateTime moment) {
        return day(moment) + " " + inZone(moment);
    }

    /** For what is over within minutes. */
    String timeOf(ZonedDateTime moment) {
        return moment.format(time) + " " + inZone(moment);
    }

    String from(ZonedDateTime start, ZonedDateTime end) {
        var sameDay = start.toLocalDate().equals(end.toLocalDate());
        var sameZone = inZone(start).equals(inZone(end));
        return day(start) + (sameZone ? "" : " " + inZone(start)) + " – " + (sameDay ? end.format(time) : day(end))
                + " " + inZone(end);
    }

    private String day(ZonedDateTime moment) {
        return moment.format(date) + ", " + moment.format(time);
    }

    private String inZone(ZonedDateTime moment) {
        return "(" + moment.format(zone) + ")";
    }
}
