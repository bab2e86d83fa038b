package foyer.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a WebVTT file whose cues are chapters (W3C, WebVTT, 4.1 and 4.3: each cue's text is a title on one line). */
final class WebVttChapters {
    private static final Pattern SIGNATURE = Pattern.compile("\uFEFF?WEBVTT(?:[ \\t].*)?");
    private static final Pattern BLANK_LINES = Pattern.compile("\n{2,}");
    private static final Pattern NO_CUE = Pattern.compile("(?:NOTE|STYLE|REGION)(?:[ \\t\\n].*|$)", Pattern.DOTALL);
    private static final Pattern TIMES = Pattern.compile("[ \\t]*(\\S+)[ \\t]+-->[ \\t]+(\\S+)(?:[ \\t].*)?");
    private static final Pattern MOMENT = Pattern.compile("(?:(\\d{2,4}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})");

    private WebVttChapters() {}

    /** Fails with {@link IllegalArgumentException} whose message says what is wrong and where. */
    static List<Chapter> read(String text) {
        var blocks =
                BLANK_LINES.split(text.replace("\r\n", "\n").replace('\r', '\n').strip());
        if (!SIGNATURE.matcher(blocks[0].lines().findFirst().orElse("")).matches()) {
            throw new IllegalArgumentException("its first line has to be WEBVTT.");
        }
        var chapters = new ArrayList<Chapter>();
        for (var block : Arrays.copyOfRange(blocks, 1, blocks.length)) {
            if (!NO_CUE.matcher(block).matches()) {
                chapters.add(cue(block));
            }
        }
        return chapters;
    }

    private static Chapter cue(String block) {
        var lines = block.lines().toList();
        // The line before the times, where there is one, is the cue's name.
        var at = lines.get(0).contains("-->") || lines.size() == 1 ? 0 : 1;
        var times = TIMES.matcher(lines.get(at));
        if (!times.matches()) {
            throw new IllegalArgumentException("“" + shown(lines.get(at)) + "” is no line of times.");
        }
        var starts = moment(times.group(1));
        if (moment(times.group(2)) <= starts) {
            throw new IllegalArgumentException("“" + shown(lines.get(at)) + "” ends before it begins.");
        }
        if (lines.size() != at + 2 || lines.get(at + 1).isBlank()) {
            throw new IllegalArgumentException(
                    "“" + shown(lines.get(at)) + "” has to be followed by one line, the title.");
        }
        return new Chapter(starts, lines.get(at + 1).strip());
    }

    private static long moment(String text) {
        var parts = MOMENT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("“" + shown(text) + "” is no time such as 00:01:30.000.");
        }
        return ((number(parts, 1) * 60 + number(parts, 2)) * 60 + number(parts, 3)) * 1000 + number(parts, 4);
    }

    private static long number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
