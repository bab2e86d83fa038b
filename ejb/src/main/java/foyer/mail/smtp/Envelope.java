package foyer.mail.smtp;

import foyer.mail.Invitation;
import foyer.mail.Message;
import foyer.shared.EmailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** Makes a message into what travels by SMTP (RFC 5322, MIME, and RFC 6047 for the calendar). */
final class Envelope extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;
    private boolean shown;

    private Envelope(Session session, String id) {
        super(session);
        this.id = id;
    }

    static Envelope of(Message message, Session session, Instant now) throws MessagingException {
        var envelope = new Envelope(session, message.messageId());
        try {
            envelope.setFrom(new InternetAddress(
                    address(message.from().address()).getAddress(),
                    message.from().name(),
                    UTF_8));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("Every Java platform has UTF-8", impossible);
        }
        envelope.setRecipient(jakarta.mail.Message.RecipientType.TO, address(message.to()));
        envelope.setSubject(message.subject(), UTF_8);
        envelope.setSentDate(Date.from(now));
        // No out-of-office note is to come back (RFC 3834).
        envelope.setHeader("Auto-Submitted", "auto-generated");
        envelope.setContent(content(message));
        envelope.saveChanges();
        return envelope;
    }

    /** The same for the same letter, where Jakarta Mail would make a new one. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    /** Whether the relay has been told the contents, which it is once it has taken sender and recipient. */
    boolean shown() {
        return shown;
    }

    @Override
    public void writeTo(OutputStream relay, String[] ignored) throws IOException, MessagingException {
        shown = true;
        super.writeTo(relay, ignored);
    }

    private static InternetAddress address(EmailAddress email) throws MessagingException {
        return new InternetAddress(email.mailable());
    }

    private static MimeMultipart content(Message message) throws MessagingException {
        var words = new MimeMultipart("alternative");
        words.addBodyPart(text(message.text(), "plain"));
        words.addBodyPart(text(message.html(), "html"));
        var invitation = message.invitation();
        if (invitation.isEmpty()) {
            return words;
        }
        var both = new MimeBodyPart();
        both.setContent(words);
        return new MimeMultipart("mixed", both, calendar(invitation.get()));
    }

    private static MimeBodyPart text(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        return part;
    }

    private static MimeBodyPart calendar(Invitation invitation) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(invitation.text(), UTF_8, "calendar");
        part.setHeader("Content-Type", "text/calendar; charset=utf-8; method=" + invitation.method());
        part.setFileName("event.ics");
        return part;
    }
}
