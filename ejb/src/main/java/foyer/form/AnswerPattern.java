package foyer.form;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The regular expressions organisers may ask answers to match: RE2's, which match in linear time. RE2/J unrolls counted
 * repetitions before it looks at their size, so {@code ((a{1,1000}){1,1000}){1,1000}} would eat the heap; what could grow so
 * is refused unread.
 */
final class AnswerPattern {
    static final int LONGEST = 500;
    static final String WANTED =
            "This must be a regular expression in RE2's syntax (without back references and without"
                    + " looking ahead or behind) that repeats nothing too often.";
    private static final long MOST_STEPS = 20_000;
    // What repeats a group, or a repetition, multiplies all that is within.
    private static final Pattern COUNTED = Pattern.compile("([)}]?)\\{([0-9]{1,9})(?:,([0-9]{0,9}))?\\}");

    private AnswerPattern() {}

    /** Texts that are too long count as readable: that is another finding. */
    static boolean readable(String text) {
        if (text.length() > LONGEST) {
            return true;
        }
        if (mostSteps(text) > MOST_STEPS) {
            return false;
        }
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException malformed) {
            return false;
        }
    }

    /** How large the expression may become when its repetitions are unrolled; never less than it does. */
    private static double mostSteps(String text) {
        var groups = 1.0;
        var single = 1.0;
        var counted = COUNTED.matcher(text);
        while (counted.find()) {
            var times = Math.max(1, Math.max(number(counted.group(2)), number(counted.group(3))));
            if (String.valueOf(counted.group(1)).isEmpty()) {
                single = Math.max(single, times);
            } else {
                groups *= times;
            }
        }
        return text.length() * single * groups;
    }

    private static double number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Double.parseDouble(digits);
    }
}
