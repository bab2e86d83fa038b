package foyer.mail.smtp;

import foyer.mail.smtp.SmtpSettings.Protection;
import java.time.Clock;
import java.time.Duration;

/** Post offices as tests need them. */
final class SomeOffices {
    private SomeOffices() {}

    static SmtpPostOffice office(SmtpSettings settings, Clock clock) {
        var office = new SmtpPostOffice();
        office.lines = new RelayLines(settings, clock);
        office.clock = clock;
        return office;
    }

    /** Neither encrypted nor with a login, to a relay on this machine. */
    static SmtpSettings plainly(int port) {
        return new SmtpSettings("127.0.0.1", port, Protection.NONE, null, null, Duration.ofSeconds(2));
    }
}
