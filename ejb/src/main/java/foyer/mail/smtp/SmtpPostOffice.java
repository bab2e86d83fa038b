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
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

/** Hands letters to a relay. A relay that has once said yes has the letter; before that nothing has happened. */
@ApplicationScoped
class SmtpPostOffice implements PostOffice {
    private static final Pattern FOR_GOOD = Pattern.compile("^5[0-9]{2}\\b");
    private static final Pattern FOR_NOW = Pattern.compile("^4[0-9]{2}\\b");
    private static final Duration LATER = Duration.ofSeconds(5);

    @Inject
    RelayLines lines;

    @Inject
    Clock clock;

    @Override
    public Carrier carrier() {
        return Carrier.SMTP;
    }

    @Override
    public Receipt send(Message message) {
        try {
            return hand(Envelope.of(message, lines.session(), clock.instant()));
        } catch (AddressException impossible) {
            return new Receipt.Refused("This address cannot be written to: " + impossible.getMessage());
        } catch (MessagingException failure) {
            throw new Unavailable("The relay broke off.", LATER, failure);
        }
    }

    @Override
    public void rest() {
        lines.endIdle();
    }

    private Receipt hand(MimeMessage envelope) throws MessagingException {
        try (var line = lines.take()) {
            line.send(envelope);
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
}
