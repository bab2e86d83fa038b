package foyer.access;

import foyer.shared.EmailAddress;
import foyer.shared.Fields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer shows to be let in.
 *
 * @param password beside a code: the one that opens from now on
 * @param triedPassword beside a code: one that opened nothing a moment ago, perhaps for want of a proof
 */
public record Shown(
        @Nullable String email,
        @Nullable String code,
        @Nullable String linkToken,
        @Nullable String password,
        @Nullable String triedPassword) {
    /** Fails with all findings, which are of form alone: whether anything is right is not said here. */
    public static Shown read(Fields fields) {
        fields.text("eventId");
        var shown = new Shown(
                fields.text("email").orElse(null),
                fields.text("code").orElse(null),
                fields.text("linkToken").orElse(null),
                fields.text("password").orElse(null),
                fields.text("triedPassword").orElse(null));
        if (shown.code != null && shown.password != null) {
            Wish.checkPassword(fields);
        }
        fields.refuseUnknown();
        fields.throwIfRefused();
        return shown;
    }

    Optional<EmailAddress> address() {
        return Optional.ofNullable(email).flatMap(EmailAddress::read);
    }

    /** Without what was shown: this may end up in a log. */
    @Override
    public String toString() {
        return "Shown";
    }
}
