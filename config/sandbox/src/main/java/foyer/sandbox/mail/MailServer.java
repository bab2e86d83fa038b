package foyer.sandbox.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;

/** GreenMail as the server that really speaks SMTP; whoever is written to, the letter comes to {@link Letters}. */
final class MailServer implements AutoCloseable {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Letters letters;
    private final GreenMailUser everyone;

    private MailServer(Letters letters) {
        this.letters = letters;
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        this.everyone = server.setUser("everyone@localhost", "");
        server.getUserManager().setMessageDeliveryHandler(this::deliver);
    }

    static MailServer start(Letters letters) {
        return new MailServer(letters);
    }

    int port() {
        return server.getSmtp().getPort();
    }

    private GreenMailUser deliver(MovingMessage message, MailAddress to) throws MessagingException {
        try {
            letters.add(to.getEmail(), message.getMessage());
            server.purgeEmailFromAllMailboxes();
            return everyone;
        } catch (IOException | FolderException unreadable) {
            throw new MessagingException("This letter cannot be read", unreadable);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
