package foyer.mail.ses;

import foyer.mail.Carrier;
import foyer.mail.Message;
import foyer.mail.OfficeClosed;
import foyer.mail.PostOffice;
import foyer.mail.Receipt;
import foyer.mail.SenderRefused;
import foyer.shared.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/**
 * Hands letters to SES. Above the account's rate it refuses, and such a letter waits; what is wrong with the letter itself
 * it will refuse again.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html">SendEmail</a>
 */
@ApplicationScoped
class SesPostOffice implements PostOffice {
    private static final Duration LATER = Duration.ofSeconds(5);

    @Inject
    SesSettings settings;

    private volatile @Nullable Consumer<SendEmailRequest> send;

    @Override
    public Carrier carrier() {
        return Carrier.SES;
    }

    @Override
    public Receipt send(Message message) {
        try {
            opened().accept(SesLetter.of(message, settings.configurationSet()));
            return new Receipt.Taken();
        } catch (SdkClientException silent) {
            throw new Unavailable("SES does not answer.", LATER, silent);
        } catch (SesV2Exception refused) {
            return meaning(refused, message);
        }
    }

    private static Receipt meaning(SesV2Exception refused, Message message) {
        if (refused instanceof MessageRejectedException && namesSender(refused, message)) {
            throw new SenderRefused("SES does not know this sender: " + words(refused), refused);
        }
        if (refused instanceof MessageRejectedException || refused instanceof BadRequestException) {
            return new Receipt.Refused(words(refused));
        }
        if (refused instanceof AccountSuspendedException
                || refused instanceof SendingPausedException
                || refused instanceof MailFromDomainNotVerifiedException) {
            throw new SenderRefused("SES takes nothing from this sender: " + words(refused), refused);
        }
        if (refused.statusCode() >= 500) {
            throw new Unavailable("SES fails at present.", LATER, refused);
        }
        throw new OfficeClosed("SES takes no letters: " + words(refused), refused);
    }

    /** What SES says itself, without what the library adds of the call. */
    private static String words(SesV2Exception refused) {
        var details = refused.awsErrorDetails();
        return String.valueOf(details == null ? refused.getMessage() : details.errorMessage());
    }

    // "Email address is not verified. The following identities failed the check in region eu-central-1: …"; while an
    // account is in the sandbox this is said of readers, too.
    private static boolean namesSender(SesV2Exception refused, Message message) {
        var words = words(refused);
        return words.contains("not verified")
                && words.contains(message.from().address().mailable());
    }

    // Opened with the first letter, for a deployment that sends by SMTP has no region and no credentials.
    private synchronized Consumer<SendEmailRequest> opened() {
        var open = send;
        if (open == null) {
            open = SesConnection.open(settings);
            send = open;
        }
        return open;
    }
}
