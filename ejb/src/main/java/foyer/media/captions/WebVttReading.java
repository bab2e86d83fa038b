package foyer.media.captions;

import foyer.shared.Finding;
import foyer.shared.ValidationFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what somebody wrote by hand or with a tool, and says of all of it what is wrong.
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/#syntax">The syntax of WebVTT files</a>
 */
final class WebVttReading {
    private static final String ARROW = "-->";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern HEADER = Pattern.compile("WEBVTT(?:[ \\t].*)?");
    private static final String TIME = "(?:(\\d{2,4}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})";
    private static final Pattern TIMES =
            Pattern.compile(TIME + "[ \\t]+-->[ \\t]+" + TIME + "((?:[ \\t]+[a-z]+:[^ \\t:]\\S*+)*+)[ \\t]*");
    private static final Pattern LEFT_OUT = Pattern.compile("(?:NOTE|STYLE|REGION)(?:[ \\t].*)?");
    private static final int MOST_CUES = 20_000;
    private static final int LONGEST_CUE = 1_000;
    private static final int MOST_FINDINGS = 20;

    private final List<String> lines;
    private final Duration length;
    private final List<WebVtt.Cue> cues = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    WebVttReading(String text, Duration length) {
        var plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        this.lines = List.of(plain.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
        this.length = length;
    }

    WebVtt captions() {
        if (!HEADER.matcher(lines.get(0)).matches()) {
            throw new ValidationFailed(List.of(finding(0, "A WebVTT file begins with WEBVTT in a line of its own.")));
        }
        var at = 1;
        while (at < lines.size() && findings.size() < MOST_FINDINGS && cues.size() <= MOST_CUES) {
            var end = at;
            while (end < lines.size() && !lines.get(end).isEmpty()) {
                end++;
            }
            if (end > at) {
                block(at, end);
            }
            at = end + 1;
        }
        if (cues.size() > MOST_CUES) {
            findings.add(new Finding("captions", "too_many", "There may be " + MOST_CUES + " cues at most."));
        } else if (new WebVtt(cues).isTooMuchFor(length)) {
            findings.add(new Finding("captions", "too_many", "Too much is to be read at once, for too long."));
        } else if (cues.isEmpty() && findings.isEmpty()) {
            findings.add(new Finding("captions", "required", "There is no cue in it."));
        }
        if (!findings.isEmpty()) {
            throw new ValidationFailed(findings);
        }
        return new WebVtt(cues);
    }

    /** @param end the line after its last */
    private void block(int first, int end) {
        if (lines.get(first).contains(ARROW)) {
            cue(first, end);
        } else if (first + 1 < end && lines.get(first + 1).contains(ARROW)) {
            cue(first + 1, end);
        } else if (first > 1 && !LEFT_OUT.matcher(lines.get(first)).matches()) {
            refuse(first, "This is neither a cue nor a NOTE. A cue's times look like 00:01.500 --> 00:04.000.");
        }
    }

    private void cue(int timing, int end) {
        var times = TIMES.matcher(lines.get(timing));
        if (!times.matches()) {
            refuse(timing, "A cue's times look like 00:01.500 --> 00:04.000, with settings such as line:0 behind.");
            return;
        }
        var begins = millis(times, 1);
        var ends = millis(times, 5);
        var text = String.join("\n", lines.subList(timing + 1, end));
        if (ends <= begins) {
            refuse(timing, "A cue ends after it begins.");
        } else if (!cues.isEmpty() && begins < cues.get(cues.size() - 1).begins()) {
            refuse(timing, "A cue does not begin before the one above it.");
        } else if (begins >= length.toMillis()) {
            refuse(
                    timing,
                    String.format(
                            Locale.ROOT,
                            "The video is over by then: it lasts %.3f seconds.",
                            length.toMillis() / 1000.0));
        } else if (text.isBlank()) {
            refuse(timing, "A cue has a text.");
        } else if (text.length() > LONGEST_CUE) {
            refuse(timing, "A cue has " + LONGEST_CUE + " characters at most.");
        } else if (text.contains(ARROW) || text.indexOf('\0') >= 0) {
            refuse(timing, "A cue's text holds no --> and no NUL; an empty line ends it.");
        } else {
            cues.add(new WebVtt.Cue(begins, ends, lines.get(timing).strip() + "\n" + text));
        }
    }

    private void refuse(int line, String words) {
        findings.add(finding(line, words));
    }

    private static Finding finding(int line, String words) {
        return new Finding("captions", "invalid", "Line " + (line + 1) + ": " + words);
    }

    private static long millis(Matcher times, int from) {
        var hours = times.group(from) == null ? 0 : Long.parseLong(times.group(from));
        var minutes = hours * 60 + Long.parseLong(times.group(from + 1));
        return (minutes * 60 + Long.parseLong(times.group(from + 2))) * 1000 + Long.parseLong(times.group(from + 3));
    }
}
