package foyer.mail.smtp;

import foyer.mail.Message;
import foyer.shared.EmailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** Makes a message into what travels by SMTP (RFC 5322). */
final class Envelope extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private boolean shown;

    private Envelope(Session session) {
        super(session);
    }

    static Envelope of(Message message, Session session, Instant now) throws MessagingException {
        var envelope = new Envelope(session);
        try {
            envelope.setFrom(new InternetAddress(
                    address(message.from().address()).getAddress(),
                    EncodedWords.of(message.from().name()),
                    UTF_8));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("Every Java platform has UTF-8", impossible);
        }
        envelope.setRecipient(jakarta.mail.Message.RecipientType.TO, address(message.to()));
        envelope.setSubject(EncodedWords.of(message.subject()), UTF_8);
        envelope.setSentDate(Date.from(now));
        // No out-of-office note is to come back (RFC 3834).
        envelope.setHeader("Auto-Submitted", "auto-generated");
        // The same for the same letter, where Jakarta Mail would make a new one.
        envelope.setHeader("Message-ID", message.messageId());
        envelope.setHeader("MIME-Version", "1.0");
        envelope.setHeader("Content-Type", Contents.type(message));
        envelope.fill(Contents.of(message, session.getStreamProvider()));
        return envelope;
    }

    // As if it had come like this, so that Jakarta Mail makes nothing anew.
    private void fill(byte[] contents) {
        content = contents;
        modified = false;
        saved = true;
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
}
