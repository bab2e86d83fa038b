package foyer.mail.smtp;

import foyer.mail.Carrier;
import foyer.mail.Message;
import foyer.mail.OfficeClosed;
import foyer.mail.PostOffice;
import foyer.mail.Receipt;
import foyer.shared.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Pattern;

/** Hands letters to a relay. A relay that has once said yes has the letter; before that nothing has happened. */
@ApplicationScoped
class SmtpPostOffice implements PostOffice {
    private static final Pattern FOR_GOOD = Pattern.compile("^5[0-9]{2}\\b");
    private static final Pattern FOR_NOW = Pattern.compile("^4[0-9]{2}\\b");
    private static final Duration LATER = Duration.ofSeconds(5);

    @Inject
    SmtpSettings settings;

    @Inject
    Clock clock;

    @Override
    public Carrier carrier() {
        return Carrier.SMTP;
    }

    @Override
    public Receipt send(Message message) {
        var session = Session.getInstance(properties());
        try (var relay = session.getTransport("smtp")) {
            var envelope = Envelope.of(message, session, clock.instant());
            connect(relay);
            return hand(relay, envelope);
        } catch (AddressException impossible) {
            return new Receipt.Refused("This address cannot be written to: " + impossible.getMessage());
        } catch (MessagingException failure) {
            throw new Unavailable("The relay broke off.", LATER, failure);
        }
    }

    private void connect(Transport relay) {
        try {
            relay.connect(
                    settings.host(),
                    settings.port(),
                    settings.user(),
                    settings.password().orElse(null));
        } catch (MessagingException closed) {
            throw new OfficeClosed("The relay takes no letters: " + closed.getMessage(), closed);
        }
    }

    private static Receipt hand(Transport relay, jakarta.mail.internet.MimeMessage envelope) throws MessagingException {
        try {
            relay.sendMessage(envelope, envelope.getAllRecipients());
            return new Receipt.Taken();
        } catch (SendFailedException refused) {
            var reason = words(refused);
            if (any(refused.getInvalidAddresses()) || FOR_GOOD.matcher(reason).find()) {
                return new Receipt.Refused(reason);
            }
            if (FOR_NOW.matcher(reason).find()) {
                throw new OfficeClosed("The relay wants this later: " + reason, refused);
            }
            throw refused;
        }
    }

    // The relay's own words are in the last of the chain.
    private static String words(MessagingException failure) {
        var last = failure;
        while (last.getNextException() instanceof MessagingException next) {
            last = next;
        }
        return String.valueOf(last.getMessage()).strip();
    }

    private static boolean any(Address[] addresses) {
        return addresses != null && addresses.length > 0;
    }

    private Properties properties() {
        var properties = new Properties();
        var patience = Long.toString(settings.timeout().toMillis());
        properties.put("mail.smtp.connectiontimeout", patience);
        properties.put("mail.smtp.timeout", patience);
        properties.put("mail.smtp.writetimeout", patience);
        properties.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.put("mail.mime.allowutf8", "true");
        properties.put("mail.smtp.localhost", "foyer");
        switch (settings.protection()) {
            case NONE -> {}
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
        }
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }
}
