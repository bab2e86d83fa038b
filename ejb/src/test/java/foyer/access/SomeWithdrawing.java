package foyer.access;

import foyer.registration.AccessLinks;
import foyer.registration.Dues;
import foyer.registration.Registrations;
import foyer.session.SomeSessions;
import java.time.Clock;

/** Ends registrations for tests that are about what follows. */
public final class SomeWithdrawing {
    private SomeWithdrawing() {}

    public static Withdrawing withdrawing(
            Registrations registrations, AccessLinks links, SomeSessions node, Dues dues, Clock clock) {
        var withdrawing = new Withdrawing();
        withdrawing.registrations = registrations;
        withdrawing.letters = new ViewerLetters(links);
        withdrawing.ownViewer = SomeViewers.among(registrations, node);
        withdrawing.dues = dues;
        withdrawing.ending = node.ending;
        withdrawing.clock = clock;
        return withdrawing;
    }
}
