package foyer.whole;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;

/**
 * The entry in the calendar that a letter brings.
 *
 * @param lines of the whole calendar, each unfolded (RFC 5545, 3.1)
 */
public record CalendarEntry(List<String> lines) {
    /** @param letter as the sandbox shows it */
    public static CalendarEntry of(JsonObject letter) {
        var unfolded = letter.getString("calendar").replaceAll("\r?\n[ \t]", "");
        return new CalendarEntry(Arrays.asList(unfolded.split("\r?\n")));
    }

    /** What calendars are to do with it: {@code REQUEST} or {@code CANCEL}. */
    public String method() {
        return value(lines, "METHOD");
    }

    /** As {@code SEQUENCE}, without its parameters. */
    public String value(String property) {
        return value(lines.subList(lines.indexOf("BEGIN:VEVENT"), lines.size()), property);
    }

    public int sequence() {
        return Integer.parseInt(value("SEQUENCE"));
    }

    private static String value(List<String> lines, String property) {
        return lines.stream()
                .filter(line -> line.startsWith(property + ":") || line.startsWith(property + ";"))
                .map(line -> line.substring(line.indexOf(':') + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + property + " in " + lines));
    }
}
