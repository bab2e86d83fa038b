package foyer.operator;

import foyer.shared.EmailAddress;
import foyer.shared.Passwords;
import foyer.token.TokenSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/**
 * Makes the admin the settings name, so that a fresh deployment has somebody who can sign in. One who is there already
 * stays as they are: the settings say who comes first, not who rules.
 */
@Singleton
@Startup
@DependsOn("PreparingTables")
@DenyAll
public class AppointingFirstOperator {
    private static final System.Logger LOG = System.getLogger(AppointingFirstOperator.class.getName());

    @Inject
    Operators operators;

    @Inject
    Passwords passwords;

    @Inject
    OperatorSettings settings;

    @Inject
    TokenSettings issuing;

    @Inject
    Clock clock;

    @PostConstruct
    void appointIfNamed() {
        var email = settings.firstEmail();
        if (email != null && !issuing.outside()) {
            settings.password().ifPresent(password -> appoint(email, password));
        }
    }

    // Two nodes that start at once both get here; the address is unique, so one of them makes the operator.
    private void appoint(EmailAddress email, String password) {
        if (operators.find(email).isPresent()) {
            return;
        }
        var submitted = new SubmittedOperator(email, "", Set.of(Role.ADMIN), false, password);
        var hash = new PasswordHash(passwords.hash(password));
        try {
            operators.add(Operator.fresh(OperatorId.fresh(), submitted, hash, Instant.ofEpochMilli(clock.millis())));
            LOG.log(Level.INFO, "The first operator was appointed");
        } catch (AddressTaken byAnotherNode) {
            LOG.log(Level.DEBUG, "Another node appointed the first operator");
        }
    }
}
