package foyer.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes log lines for machines to search: a fixed sentence, and beside it fields, the request's id always among them.
 * Payara's formatters print a record's map as fields of the line. What people typed goes into fields, never into the
 * sentence, and is made harmless: no control, no bidirectional mark, no line break, and never long.
 */
public final class Journal {
    private static final int LONGEST = 300;
    private final Logger logger;

    private Journal(Logger logger) {
        this.logger = logger;
    }

    public static Journal of(Class<?> about) {
        return new Journal(Logger.getLogger(about.getName()));
    }

    /** @param sentence fixed: whatever changes is a field */
    public void note(String sentence, Map<String, ?> fields) {
        write(Level.INFO, sentence, fields, null);
    }

    public void warn(String sentence, Map<String, ?> fields) {
        write(Level.WARNING, sentence, fields, null);
    }

    public void warn(String sentence, Map<String, ?> fields, Throwable cause) {
        write(Level.WARNING, sentence, fields, cause);
    }

    /**
     * For bugs and for what needs a person: somebody is woken by it.
     *
     * @param cause null: nothing failed here
     */
    public void alert(String sentence, Map<String, ?> fields, @Nullable Throwable cause) {
        write(Level.SEVERE, sentence, fields, cause);
    }

    private void write(Level level, String sentence, Map<String, ?> fields, @Nullable Throwable cause) {
        if (!logger.isLoggable(level)) {
            return;
        }
        var shown = new LinkedHashMap<String, Object>();
        shown.put("requestId", CurrentRequest.id());
        fields.forEach((name, value) -> shown.put(name, harmless(String.valueOf(value))));
        var line = new LogRecord(level, sentence);
        line.setLoggerName(logger.getName());
        line.setParameters(new Object[] {shown});
        line.setThrown(cause);
        logger.log(line);
    }

    /** The text with everything escaped that could end a line, hide a part of it or turn its direction. */
    static String harmless(String text) {
        var harmless = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> {
            if (dangerous(point)) {
                harmless.append("\\u{").append(Integer.toHexString(point)).append('}');
            } else {
                harmless.appendCodePoint(point);
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST ? harmless + "…" : harmless.toString();
    }

    private static boolean dangerous(int point) {
        var type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }
}
