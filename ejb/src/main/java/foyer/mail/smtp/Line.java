package foyer.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** A line to the relay in the hands of one letter at a time. After anything but a plain "taken" it is not used again. */
final class Line implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Line.class.getName());

    /** Relays hang up after minutes, and many count lines. */
    private static final Duration IDLE = Duration.ofSeconds(20);

    /** Many relays take no more by one line. */
    private static final int MOST_LETTERS = 100;

    private final Transport relay;
    private final Clock clock;
    private final Consumer<Line> back;
    private boolean sound;
    private int letters;
    private volatile Instant used = Instant.MIN;

    /** @param back where it goes when it may be used again */
    Line(Transport relay, Clock clock, Consumer<Line> back) {
        this.relay = relay;
        this.clock = clock;
        this.back = back;
    }

    void send(MimeMessage envelope) throws MessagingException {
        sound = false;
        relay.sendMessage(envelope, envelope.getAllRecipients());
        letters++;
        sound = true;
    }

    /** Asks the relay, by NOOP. */
    boolean standsAt(Instant now) {
        return !idleAt(now) && relay.isConnected();
    }

    boolean idleAt(Instant now) {
        return used.plus(IDLE).isBefore(now);
    }

    @Override
    public void close() {
        if (sound && letters < MOST_LETTERS) {
            used = clock.instant();
            back.accept(this);
        } else {
            hangUp();
        }
    }

    void hangUp() {
        try {
            relay.close();
        } catch (MessagingException gone) {
            // It is closed either way.
            LOG.log(Level.DEBUG, "The relay was gone already.", gone);
        }
    }
}
