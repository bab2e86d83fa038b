package foyer.mail;

import foyer.shared.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A letter with its words, as a post office takes it. Nothing in it can add a header: a subject has one line.
 *
 * @param id of what it tells, so that the same letter sent twice is recognised by its {@link #messageId()}
 */
public record Message(
        String id,
        Sender from,
        EmailAddress to,
        String subject,
        String text,
        String html,
        @Nullable Invitation invited) {

    public Message {
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A subject has one line.");
        }
    }

    public Optional<Invitation> invitation() {
        return Optional.ofNullable(invited);
    }

    /** Of RFC 5322, 3.6.4, with its angle brackets. */
    public String messageId() {
        var sender = from.address().mailable();
        var left = Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
        return "<" + left + sender.substring(sender.lastIndexOf('@')) + ">";
    }
}
