package foyer.mail.ses;

import foyer.mail.Invitation;
import foyer.mail.Message;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sesv2.model.Attachment;
import software.amazon.awssdk.services.sesv2.model.AttachmentContentDisposition;
import software.amazon.awssdk.services.sesv2.model.AttachmentContentTransferEncoding;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/** Writes a message in SES's words: it makes the headers itself, and none of them from a text of ours but the subject. */
final class SesLetter {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private SesLetter() {}

    static SendEmailRequest of(Message message, @Nullable String configurationSet) {
        return SendEmailRequest.builder()
                .fromEmailAddress(sender(message))
                .destination(to -> to.toAddresses(message.to().mailable()))
                .configurationSetName(configurationSet)
                .content(content -> content.simple(simple -> simple.subject(text(message.subject()))
                        .body(body -> body.text(text(message.text())).html(text(message.html())))
                        .headers(MessageHeader.builder()
                                .name("Auto-Submitted")
                                .value("auto-generated")
                                .build())
                        .attachments(message.invitation().map(SesLetter::calendar).stream()
                                .toList())))
                .build();
    }

    // A name with other than ASCII letters is an encoded word (RFC 2047).
    private static String sender(Message message) {
        var name = Base64.getEncoder().encodeToString(message.from().name().getBytes(StandardCharsets.UTF_8));
        return "=?UTF-8?B?" + name + "?= <" + message.from().address().mailable() + ">";
    }

    private static Content text(String text) {
        return Content.builder().data(text).charset(UTF_8).build();
    }

    private static Attachment calendar(Invitation invitation) {
        return Attachment.builder()
                .rawContent(SdkBytes.fromUtf8String(invitation.text()))
                .contentDisposition(AttachmentContentDisposition.ATTACHMENT)
                .contentTransferEncoding(AttachmentContentTransferEncoding.BASE64)
                .contentType("text/calendar; charset=utf-8; method=" + invitation.method())
                .fileName("event.ics")
                .build();
    }
}
