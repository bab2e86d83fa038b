package foyer.mail.smtp;

import foyer.mail.OfficeClosed;
import foyer.mail.SenderRefused;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Pattern;

/**
 * The lines to the relay. Opening one takes longer than handing in a letter, so it is kept for the next ones; relays hang up
 * when they please, so each is asked whether it still stands before it is used again.
 */
final class RelayLines implements AutoCloseable {
    /** As where the relay cannot ask whoever knows the logins (RFC 4954, 6). */
    private static final Pattern FOR_NOW = Pattern.compile("^4[0-9]{2}\\b");

    private final SmtpSettings settings;
    private final Session session;
    private final Clock clock;
    private final Deque<Line> free = new ConcurrentLinkedDeque<>();

    RelayLines(SmtpSettings settings, Clock clock) {
        this.settings = settings;
        this.session = Session.getInstance(settings.properties());
        this.clock = clock;
    }

    Session session() {
        return session;
    }

    /**
     * Nobody else has it until it is closed; fails with {@link OfficeClosed} when the relay lets nobody in, with
     * {@link SenderRefused} when it takes the login for a wrong one.
     */
    Line take() {
        for (var line = free.pollFirst(); line != null; line = free.pollFirst()) {
            if (line.standsAt(clock.instant())) {
                return line;
            }
            line.hangUp();
        }
        return opened();
    }

    /** Hangs up what nobody has needed for a while. */
    void endIdle() {
        // The one that was used last is in front.
        for (var line = free.pollLast(); line != null; line = free.pollLast()) {
            if (!line.idleAt(clock.instant())) {
                free.addLast(line);
                return;
            }
            line.hangUp();
        }
    }

    @Override
    public void close() {
        for (var line = free.pollFirst(); line != null; line = free.pollFirst()) {
            line.hangUp();
        }
    }

    private Line opened() {
        try {
            var relay = session.getTransport("smtp");
            relay.connect(
                    settings.host(),
                    settings.port(),
                    settings.user(),
                    settings.password().orElse(null));
            return new Line(relay, clock, free::addFirst);
        } catch (AuthenticationFailedException refused) {
            if (FOR_NOW.matcher(String.valueOf(refused.getMessage())).find()) {
                throw new OfficeClosed("The relay lets nobody in at present: " + refused.getMessage(), refused);
            }
            throw new SenderRefused("The relay refuses the login: " + refused.getMessage(), refused);
        } catch (MessagingException closed) {
            throw new OfficeClosed("The relay takes no letters: " + closed.getMessage(), closed);
        }
    }
}
