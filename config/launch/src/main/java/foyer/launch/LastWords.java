package foyer.launch;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a process said before it gave up, short enough to be read: of structured logs only what went wrong. */
final class LastWords {
    private static final int LINES = 15;
    private static final int LINE = 400;
    private static final Pattern WRONG = Pattern.compile("\"Level\":\"(?:WARNING|SEVERE)\"");
    private static final Pattern MESSAGE = Pattern.compile("\"(?:LogMessage|Exception)\":\"((?:\\\\.|[^\"\\\\])*)\"");

    private LastWords() {}

    static String of(String output) {
        var lines = output.lines().filter(line -> !line.isBlank()).toList();
        var wrong = lines.stream()
                .map(LastWords::complaint)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return String.join("\n", last(wrong.isEmpty() ? lines : wrong));
    }

    private static Optional<String> complaint(String line) {
        return WRONG.matcher(line).find()
                ? MESSAGE.matcher(line).results().map(found -> found.group(1)).findFirst()
                : Optional.empty();
    }

    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                .map(line -> line.length() > LINE ? line.substring(0, LINE) + " …" : line)
                .toList();
    }
}
