package foyer.event;

import foyer.shared.NotFound;
import java.util.regex.Pattern;

/** The number of a video at Vimeo, by which pages that were made for it know an event. */
public record VimeoId(String digits) {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,20}");

    /** Fails with {@link NotFound} for what cannot be one: there is no such event. */
    public static VimeoId of(String text) {
        if (!wellFormed(text)) {
            throw new NotFound("event");
        }
        return new VimeoId(text);
    }

    static boolean wellFormed(String text) {
        return FORM.matcher(text).matches();
    }
}
