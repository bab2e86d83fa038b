package foyer.access;

import foyer.event.EventId;
import foyer.shared.EmailAddress;
import foyer.traffic.Limits;
import foyer.traffic.NetworkAddress;
import foyer.traffic.Patience;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/**
 * Makes it slow to guess what opens an event, and to have letters sent to others. Whoever tries elsewhere does not make the
 * rightful viewer wait.
 */
@Dependent
class Throttle {
    private final Limits limits;
    private final Patience patience;

    @Inject
    Throttle(Limits limits, Patience patience) {
        this.limits = limits;
        this.patience = patience;
    }

    /** Each of these may send a letter, so that none is ever forgiven at once. */
    void onJoining(EventId event, EmailAddress email, String callerAddress) {
        limits.ask(Limits.LOGIN_MAIL, letterTo(event, email)).orRefuse();
        patience.begin("join " + tries(event, email.key(), callerAddress));
    }

    void onAskingForCode(EventId event, EmailAddress email, String callerAddress) {
        limits.ask(Limits.LOGIN_MAIL, letterTo(event, email)).orRefuse();
        patience.begin("code " + tries(event, email.key(), callerAddress));
    }

    /** Counted by address too, as long as it is not known to be right: logins as such are not, see {@link Limits#ENTRY}. */
    void beginProving(EventId event, String who, String callerAddress) {
        limits.ask(Limits.ADDRESS, NetworkAddress.of(callerAddress)).orRefuse();
        patience.begin("prove " + tries(event, who, callerAddress));
    }

    void proved(EventId event, String who, String callerAddress) {
        limits.giveBack(Limits.ADDRESS, NetworkAddress.of(callerAddress));
        patience.succeeded("prove " + tries(event, who, callerAddress));
    }

    private static String letterTo(EventId event, EmailAddress email) {
        return "letter to " + email.key() + " of " + event.value();
    }

    private static String tries(EventId event, String who, String callerAddress) {
        return who + " at " + event.value() + " from " + NetworkAddress.of(callerAddress);
    }
}
