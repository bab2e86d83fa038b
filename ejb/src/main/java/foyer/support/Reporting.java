package foyer.support;

import foyer.session.Carrying;
import foyer.session.Session;
import foyer.shared.Fields;
import foyer.shared.Unauthenticated;
import foyer.traffic.Limits;
import foyer.traffic.NetworkAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what happened on a screen in the minute before its viewer was told that something is wrong. */
@ApplicationScoped
public class Reporting {
    @Inject
    Carrying carrying;

    @Inject
    SupportReports reports;

    @Inject
    Limits limits;

    @Inject
    Clock clock;

    /**
     * Fails with {@link Unauthenticated} when the token is none of ours, another session's or over.
     *
     * @param callerAddress of the network, from which only so many are taken
     * @param told {@code code} and {@code happenings}
     */
    public void report(String sessionId, @Nullable String token, String callerAddress, Fields told) {
        var now = clock.instant();
        var session = carrying.session(token)
                .filter(found -> found.id().value().equals(sessionId) && !found.overAt(now))
                .orElseThrow(
                        () -> new Unauthenticated("This is not the token of this session, or the session is over."));
        limits.ask(Limits.SUPPORT, NetworkAddress.of(callerAddress)).orRefuse();
        var report = read(told, session, now);
        told.throwIfRefused();
        if (!reports.keep(report.orElseThrow())) {
            told.refuse("code", "taken", "Another session has this code. Please draw another one.");
            told.throwIfRefused();
        }
    }

    private static Optional<SupportReport> read(Fields told, Session session, Instant now) {
        told.require("code");
        var code = told.text("code").flatMap(text -> {
            var read = SupportCode.read(text);
            if (read.isEmpty()) {
                told.refuse("code", "pattern", "This is as BCDF-1234.");
            }
            return read;
        });
        var happenings = Happening.read(told, now);
        told.refuseUnknown();
        return code.map(found -> new SupportReport(found, session.eventId(), session.id(), now, happenings));
    }
}
