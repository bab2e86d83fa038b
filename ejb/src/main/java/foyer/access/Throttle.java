package foyer.access;

import foyer.event.EventId;
import foyer.shared.EmailAddress;
import foyer.traffic.Limits;
import foyer.traffic.NetworkAddress;
import foyer.traffic.Patience;
import foyer.traffic.Verdict;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/**
 * Makes it slow to guess what opens an event, and to have letters sent to others. Whoever tries elsewhere does not make the
 * rightful viewer wait.
 */
@Dependent
class Throttle {
    private static final int FEW = 2;

    private final Limits limits;
    private final Patience patience;

    @Inject
    Throttle(Limits limits, Patience patience) {
        this.limits = limits;
        this.patience = patience;
    }

    /** Each of these may send a letter, so that none is ever forgiven at once. */
    void onJoining(EventId event, EmailAddress email, String callerAddress) {
        countLetter(event, email, callerAddress);
        patience.begin("join " + tries(event, email.key(), callerAddress));
    }

    void onAskingForCode(EventId event, EmailAddress email, String callerAddress) {
        countLetter(event, email, callerAddress);
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

    // Half of the letters that an address is sent are for networks that have asked for few, so that those who ask for
    // many,
    // from some networks, do not use up what is left to its owner.
    private void countLetter(EventId event, EmailAddress email, String callerAddress) {
        var letter = "letter to " + email.key() + " of " + event.value();
        var network = letter + " for " + NetworkAddress.wide(callerAddress);
        if (patience.failures(network) >= FEW || !half("first " + letter).allowed()) {
            half(letter).orRefuse();
        }
        patience.failed(network);
    }

    /** Each counts as two of them. */
    private Verdict half(String letters) {
        var one = limits.ask(Limits.LOGIN_MAIL, letters);
        if (!one.allowed()) {
            return one;
        }
        var other = limits.ask(Limits.LOGIN_MAIL, letters);
        if (!other.allowed()) {
            limits.giveBack(Limits.LOGIN_MAIL, letters);
        }
        return other;
    }

    private static String tries(EventId event, String who, String callerAddress) {
        return who + " at " + event.value() + " from " + NetworkAddress.of(callerAddress);
    }
}
