package foyer.sandbox;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;

/** Sends letters as the product does, by Jakarta Mail. */
final class Letters {
    private Letters() {}

    static void send(int port, String subject, String... recipients) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", "localhost");
        settings.put("mail.smtp.port", Integer.toString(port));
        settings.put("mail.smtp.timeout", "30000");
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("foyer@example.org"));
        for (var recipient : recipients) {
            message.addRecipient(Message.RecipientType.BCC, new InternetAddress(recipient));
        }
        message.setSubject(subject, "utf-8");
        message.setHeader("X-Foyer", "yes");
        message.setContent(new MimeMultipart(
                "alternative",
                part("Hello in plain\n.\nand more", "text/plain; charset=utf-8"),
                part("<p>Hello in <b>HTML</b></p>", "text/html; charset=utf-8"),
                part("BEGIN:VCALENDAR\r\nSUMMARY:Été\r\n", "text/calendar; charset=utf-8; method=REQUEST")));
        Transport.send(message);
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setContent(text, type);
        return part;
    }
}
