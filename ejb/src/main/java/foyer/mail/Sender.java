package foyer.mail;

import foyer.shared.EmailAddress;

/** In whose name letters are written. A name has one line, for it stands in a header. */
public record Sender(EmailAddress address, String name) {
    public Sender {
        if (!isLine(name)) {
            throw new IllegalArgumentException("A sender's name has one line.");
        }
    }

    static boolean isLine(String name) {
        return name.chars().noneMatch(Character::isISOControl);
    }
}
