package foyer.operator;

import foyer.shared.EmailAddress;
import foyer.shared.Finding;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a password must be, after NIST SP 800-63B, 5.1.1.2: long, and not what anybody would try first. Which characters it
 * is made of does not matter, for such rules make passwords worse.
 */
final class PasswordPolicy {
    private static final int LEAST = 12;
    private static final int MOST = 128;
    private static final int LEAST_DIFFERENT = 5;

    private PasswordPolicy() {}

    /** What is wrong with it, if anything is; counted in characters as people see them written. */
    static Optional<Finding> finding(String password, @Nullable EmailAddress of) {
        var length = password.codePointCount(0, password.length());
        if (length < LEAST) {
            return refusal("too_short", "A password has at least " + LEAST + " characters.");
        }
        if (length > MOST) {
            return refusal("too_long", "A password has at most " + MOST + " characters.");
        }
        if (isEasilyGuessed(password, of)) {
            return refusal("too_simple", "This password would be guessed soon. A few words in a row do better.");
        }
        return Optional.empty();
    }

    private static boolean isEasilyGuessed(String password, @Nullable EmailAddress of) {
        var plain = password.toLowerCase(Locale.ROOT);
        return plain.codePoints().distinct().count() < LEAST_DIFFERENT
                || isRow(plain)
                || (of != null && plain.contains(of.key().toLowerCase(Locale.ROOT)));
    }

    /** {@code abcdefghijkl} and {@code 1234567890123} and the same backwards. */
    private static boolean isRow(String text) {
        var steps = 0;
        for (var index = 1; index < text.length(); index++) {
            steps += Math.abs(text.charAt(index) - text.charAt(index - 1)) == 1 ? 1 : 0;
        }
        return steps >= text.length() - 3;
    }

    private static Optional<Finding> refusal(String code, String message) {
        return Optional.of(new Finding("password", code, message));
    }
}
