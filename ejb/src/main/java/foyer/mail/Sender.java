package foyer.mail;

import foyer.shared.EmailAddress;

/** In whose name letters are written. */
public record Sender(EmailAddress address, String name) {}
