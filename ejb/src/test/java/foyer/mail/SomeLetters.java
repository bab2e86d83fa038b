package foyer.mail;

import foyer.event.Event;
import foyer.mail.Letter.Detail;
import foyer.shared.EmailAddress;
import java.time.Duration;
import java.util.Map;

/** Letters to speak of in tests. */
public final class SomeLetters {
    public static final EmailAddress ADA = new EmailAddress("ada@example.org");
    public static final Sender THEATRE = new Sender(new EmailAddress("tickets@theatre.example"), "Théâtre");
    static final LinkSettings LINKS = new LinkSettings("https://letters.example");
    static final String LINK = "https://video.example/watch/x?k=a.b.c";

    private SomeLetters() {}

    static Letter aLetter(LetterKind kind, Event event, String language) {
        var details = Map.of(
                Detail.CODE, "012345",
                Detail.LINK, LINK,
                Detail.UNTIL, "2030-06-01T10:00:00Z",
                Detail.NAME, "Ada",
                Detail.REGISTRATION, "registration-1");
        return new Letter(kind, event.id(), ADA, language, details);
    }

    /** As a post office gets it, with an entry for the calendar. */
    public static Message aMessage() {
        return aMessageTo(ADA, "Your seat for Été à Köln");
    }

    public static Message aMessageTo(EmailAddress to, String subject) {
        var calendar = new Invitation("REQUEST", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n");
        return new Message("outgoing-1", THEATRE, to, subject, "Grüße, text", "<p>Grüße, HTML</p>", calendar);
    }

    /** A letter to {@link #ADA} as it goes out, whatever is in it. */
    public static Message rendered(LetterKind kind, Event event, Map<Detail, String> details, String senderName) {
        var letter = new Letter(kind, event.id(), ADA, "en", details);
        return rendering(new Sender(THEATRE.address(), senderName)).message("outgoing-1", letter, event);
    }

    /** A letter to {@link #ADA} for whoever reads this language. */
    public static Message renderedIn(String language, Event event) {
        return rendering().message("outgoing-1", aLetter(LetterKind.CONFIRMATION, event, language), event);
    }

    static Rendering rendering() {
        return rendering(THEATRE);
    }

    private static Rendering rendering(Sender sender) {
        return new Rendering(mail(sender), LINKS);
    }

    static MailSettings mail() {
        return mail(THEATRE);
    }

    /** @param rate letters a second */
    static MailSettings mail(int rate) {
        return mail(THEATRE, rate);
    }

    private static MailSettings mail(Sender sender) {
        return mail(sender, 100);
    }

    private static MailSettings mail(Sender sender, int rate) {
        return new MailSettings(Carrier.SMTP, sender, rate, 3, Duration.ofMinutes(2), Duration.ofDays(30));
    }
}
