package foyer.player;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** When an event starts, in words of its own time zone; a module says it again in the viewer's. */
public record StartTime(ZonedDateTime start, Language language) {

    /** As in: Wednesday, 1 May 2030, 20:00 CEST. */
    public String words() {
        return start.format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .withLocale(language.locale()))
                + " "
                + start.format(DateTimeFormatter.ofPattern("zzz", language.locale()));
    }

    /** For machines. */
    public String iso() {
        return start.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
