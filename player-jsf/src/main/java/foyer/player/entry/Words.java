package foyer.player.entry;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
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

    /** Those for {@code begin.name}, else the ones for {@code begin} itself. */
    String closest(String begin, String name) {
        var closer = begin + "." + name;
        return of(texts.containsKey(closer) ? closer : begin);
    }

    /** Says what is wrong with an answer. */
    String finding(String code, Question question) {
        if (code.equals("out_of_range")) {
            return outOfRange(question);
        }
        var closer = "finding." + code + "." + question.control().key();
        return texts.containsKey(closer) ? of(closer) : told("finding.", code);
    }

    private String outOfRange(Question question) {
        var bounds = question.boundsOfTheAnswer();
        var min = bounds.min();
        var max = bounds.max();
        var key = "finding.out_of_range.";
        var kind = question.control().key();
        if (min == null) {
            return max == null ? of("finding.out_of_range") : of(key + "max." + kind, edge(max));
        }
        return max == null
                ? of(key + "min." + kind, edge(min))
                : of(key + "between", edge(min)).replace("{1}", edge(max));
    }

    /** As the language's readers write it. */
    private String edge(Object edge) {
        return edge instanceof LocalDate date
                ? date.format(
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale))
                : NumberFormat.getInstance(locale).format(edge);
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
