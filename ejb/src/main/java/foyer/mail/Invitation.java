package foyer.mail;

/**
 * What a calendar makes an entry of.
 *
 * @param method of RFC 5546: {@code REQUEST} makes or changes the entry, {@code CANCEL} takes it back
 * @param text an iCalendar object (RFC 5545)
 */
public record Invitation(String method, String text) {}
