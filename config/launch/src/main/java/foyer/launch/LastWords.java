package foyer.launch;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a process said before it gave up, short enough to be read: of structured logs only what went wrong. */
final class LastWords {
    private static final int LINES = 15;
    private static final int LINE = 400;
    private static final Pattern WRONG = Pattern.compile("\"Level\":\"(?:WARNING|SEVERE)\"");
    // The message up to its first line's end; within a stack trace the causes in our own code, which say what to do.
    private static final Pattern MESSAGE =
            Pattern.compile("\"(?:LogMessage|Exception)\":\"([^\\\\\"]+)|Caused by: foyer[\\w.$]+: ([^\\\\\"]+)");

    private LastWords() {}

    static String of(String output) {
        var lines = output.lines().filter(line -> !line.isBlank()).toList();
        var wrong = lines.stream().flatMap(LastWords::complaints).distinct().toList();
        return String.join("\n", last(wrong.isEmpty() ? lines : wrong));
    }

    private static Stream<String> complaints(String line) {
        return WRONG.matcher(line).find()
                ? MESSAGE.matcher(line).results().map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                : Stream.empty();
    }

    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                .map(line -> line.length() > LINE ? line.substring(0, LINE) + " …" : line)
                .toList();
    }
}
