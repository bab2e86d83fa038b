package foyer.mail.smtp;

import foyer.mail.Carrier;
import foyer.mail.Message;
import foyer.mail.OfficeClosed;
import foyer.mail.PostOffice;
import foyer.mail.Receipt;
import foyer.mail.SenderRefused;
import foyer.shared.EmailAddress;
import foyer.shared.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

/** Hands letters to a relay. A relay that has once said yes has the letter; before that nothing has happened. */
@ApplicationScoped
class SmtpPostOffice implements PostOffice {
    private static final Pattern FOR_GOOD = Pattern.compile("^5[0-9]{2}\\b");
    private static final Pattern FOR_NOW = Pattern.compile("^4[0-9]{2}\\b");
    /** The relay hangs up on whoever calls (RFC 5321, 3.8), or wants a login first (RFC 4954, 6). */
    private static final Pattern OF_THE_LINE = Pattern.compile("^(421|53[0-9])\\b");
    /** Too much for the relay or a mailbox (RFC 1870, 6.1), or no recipients (RFC 5321, 3.3): nobody says to which command. */
    private static final Pattern OF_THE_LETTER = Pattern.compile("^55[24]\\b");

    private static final Duration LATER = Duration.ofSeconds(5);

    @Inject
    RelayLines lines;

    @Inject
    Clock clock;

    private final Doubt doubt = new Doubt();

    @Override
    public Carrier carrier() {
        return Carrier.SMTP;
    }

    @Override
    public Receipt send(Message message) {
        try {
            return hand(Envelope.of(message, lines.session(), clock.instant()), message.to());
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

    private Receipt hand(Envelope envelope, EmailAddress to) throws MessagingException {
        try (var line = lines.take()) {
            line.send(envelope);
            doubt.isOver();
            return new Receipt.Taken();
        } catch (SendFailedException refused) {
            return meaning(refused, words(refused), envelope.shown(), to);
        }
    }

    private Receipt meaning(SendFailedException refused, String reason, boolean shown, EmailAddress to)
            throws SendFailedException {
        var ofTheLine = OF_THE_LINE.matcher(reason).find();
        var ofTheAddress = any(refused.getInvalidAddresses());
        if (ofTheAddress || FOR_GOOD.matcher(reason).find()) {
            var ofTheSender = ofTheAddress
                    ? doubt.isOfTheSender(to, reason)
                    : !shown && !OF_THE_LETTER.matcher(reason).find();
            if (ofTheLine || ofTheSender) {
                throw new SenderRefused("The relay takes nothing from this sender: " + reason, refused);
            }
            return new Receipt.Refused(reason);
        }
        if (!FOR_NOW.matcher(reason).find()) {
            throw refused;
        }
        // What is said to RCPT for now comes as a refusal of its own for each address, and here is one.
        if (!ofTheLine && refused.getNextException() instanceof SendFailedException) {
            return new Receipt.Later(reason);
        }
        throw new OfficeClosed("The relay wants this later: " + reason, refused);
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
