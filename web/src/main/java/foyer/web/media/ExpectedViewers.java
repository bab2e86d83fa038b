package foyer.web.media;

import foyer.shared.ValidationFailed;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many viewers somebody expects, as the query says it. */
final class ExpectedViewers {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,8}");
    private static final long MOST = 10_000_000;

    private ExpectedViewers() {}

    /** Null: nobody says; fails with {@link ValidationFailed} for what is no such number. */
    static @Nullable Long read(@Nullable String asked) {
        if (asked == null) {
            return null;
        }
        var viewers = WHOLE_NUMBER.matcher(asked).matches() ? Long.parseLong(asked) : -1;
        if (viewers < 0 || viewers > MOST) {
            throw new ValidationFailed(
                    "viewers", "out_of_range", "This must be a whole number from 0 to " + MOST + ".");
        }
        return viewers;
    }
}
