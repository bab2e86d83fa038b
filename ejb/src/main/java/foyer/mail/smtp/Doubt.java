package foyer.mail.smtp;

import foyer.shared.EmailAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a relay means that refuses a recipient. Some say only there that they take nothing from this sender: Postfix does unless
 * told (its {@code smtpd_delay_reject}). What is said of the sender's address is of the sender (RFC 3463, X.1.7 and X.1.8); that
 * somebody may not send (X.7.x) is so once two recipients in a row are refused for it, and until a letter is taken.
 */
final class Doubt {
    private static final Pattern OF_THE_SENDER = Pattern.compile("^5[0-9]{2}[ -]5\\.1\\.[78]\\b");
    private static final Pattern OF_A_RIGHT = Pattern.compile("^5[0-9]{2}[ -]5\\.7\\.[0-9]");

    private @Nullable EmailAddress refused;
    private boolean sure;

    /**
     * Heard with each refusal of a recipient.
     *
     * @param answer the relay's words, its codes first
     * @return whether it means the sender
     */
    synchronized boolean isOfTheSender(EmailAddress recipient, String answer) {
        if (OF_THE_SENDER.matcher(answer).find()) {
            return true;
        }
        if (!OF_A_RIGHT.matcher(answer).find()) {
            return false;
        }
        sure |= refused != null && !refused.equals(recipient);
        refused = recipient;
        return sure;
    }

    /** A letter was taken from this sender. */
    synchronized void isOver() {
        refused = null;
        sure = false;
    }
}
