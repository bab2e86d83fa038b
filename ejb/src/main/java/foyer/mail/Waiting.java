package foyer.mail;

import java.time.Instant;

/** Something in the outbox that nobody has taken up, as it was seen. */
public record Waiting(String id, Instant due) {}
