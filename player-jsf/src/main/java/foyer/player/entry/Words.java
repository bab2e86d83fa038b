package foyer.player.entry;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the way in says, in one language. */
record Words(ResourceBundle texts, Locale locale) {
    private static final String LABELS = "label.";

    String of(String key) {
        return texts.getString(key);
    }

    /** With what stands for {@code {0}}. */
    String of(String key, String about) {
        return of(key).replace("{0}", about);
    }

    /** Those for {@code begin.name}, else the ones for {@code begin.other}: codes grow in number, and each must be told. */
    String told(String begin, String name) {
        return texts.containsKey(begin + name) ? of(begin + name) : of(begin + "other");
    }

    /** Says what is wrong with an answer. */
    String finding(String code, Control control) {
        var closer = "finding." + code + "." + control.key();
        return texts.containsKey(closer) ? of(closer) : told("finding.", code);
    }

    /** As in: 1 May 2030, 20:00 CEST; a page without scripts knows no other time zone than the event's. */
    String moment(Instant instant, ZoneId zone) {
        var format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale);
        return instant.atZone(zone).format(format)
                + " "
                + instant.atZone(zone).format(DateTimeFormatter.ofPattern("zzz", locale));
    }

    String label(String name) {
        return of(LABELS + name);
    }

    /** The name itself where there is no better word. */
    String labelFor(String name) {
        return texts.containsKey(LABELS + name) ? label(name) : name;
    }
}
