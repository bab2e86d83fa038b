package foyer.operator;

import foyer.shared.BadCredentials;
import foyer.shared.EmailAddress;
import foyer.shared.Passwords;
import foyer.traffic.Limits;
import foyer.traffic.NetworkAddress;
import foyer.traffic.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds out whether somebody is the operator they say they are, and makes guessing slow. */
@ApplicationScoped
class Proving {
    private static final int LONGEST_PASSWORD = 1_024;

    @Inject
    Operators operators;

    @Inject
    Passwords passwords;

    @Inject
    Limits limits;

    @Inject
    Patience patience;

    /**
     * Fails with {@link BadCredentials} whatever is wrong, with {@link foyer.shared.TooManyRequests} when tried too often;
     * neither tells whether the address is known.
     */
    Operator prove(String email, String password, String callerAddress) {
        var network = NetworkAddress.of(callerAddress);
        var address = EmailAddress.read(email);
        var mail = address.map(EmailAddress::key).orElse("");
        // Mail and network together, so that who guesses elsewhere does not make the owner wait.
        var tries = mail + " from " + network;
        limits.ask(Limits.LOGIN_ADDRESS, network).orRefuse();
        patience.begin(tries);
        limits.ask(Limits.LOGIN_MAIL, mail).orRefuse();
        var operator = proven(address, password);
        patience.succeeded(tries);
        return operator;
    }

    // Whoever is not known here, or no longer let in, takes as long to refuse as a wrong password does.
    private Operator proven(Optional<EmailAddress> address, String password) {
        var operator = address.flatMap(operators::find).filter(known -> !known.disabled());
        if (operator.isEmpty() || password.length() > LONGEST_PASSWORD) {
            passwords.matchNothing(password);
            throw new BadCredentials();
        }
        if (!passwords.matches(password, operator.get().password().text())) {
            throw new BadCredentials();
        }
        return operator.get();
    }
}
