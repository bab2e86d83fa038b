package foyer.launch;

import static java.lang.Integer.parseInt;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a process said before it gave up, short enough to be read: of structured logs only what went wrong. */
final class LastWords {
    private static final int LINES = 15;
    private static final int LINE = 400;
    private static final Pattern WRONG = Pattern.compile("\"Level\":\"(?:WARNING|SEVERE)\"");
    // Within a JSON string: up to its end or its first line's, past quotes and whatever else is escaped.
    private static final String FIRST_LINE = "([^\\\\\"]*+(?:\\\\[^nrt][^\\\\\"]*+)*+)";
    // The message; within a stack trace the causes in our own code, which say what to do.
    private static final Pattern MESSAGE = Pattern.compile(
            "\"(?:LogMessage|Exception)\":\"" + FIRST_LINE + "|Caused by: foyer[\\w.$]+: " + FIRST_LINE);
    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");

    private LastWords() {}

    static String of(String output) {
        var lines = output.lines().filter(line -> !line.isBlank()).toList();
        var wrong = lines.stream().flatMap(LastWords::complaints).distinct().toList();
        return String.join("\n", last(wrong.isEmpty() ? lines : wrong));
    }

    private static Stream<String> complaints(String line) {
        return WRONG.matcher(line).find()
                ? MESSAGE.matcher(line)
                        .results()
                        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                        .map(LastWords::unescaped)
                        .filter(words -> !words.isBlank())
                : Stream.empty();
    }

    private static String unescaped(String json) {
        return ESCAPED.matcher(json).replaceAll(found -> {
            var character = found.group(1) == null ? found.group(2) : Character.toString(parseInt(found.group(1), 16));
            return Matcher.quoteReplacement(character);
        });
    }

    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                .map(line -> line.length() > LINE ? line.substring(0, LINE) + " …" : line)
                .toList();
    }
}
