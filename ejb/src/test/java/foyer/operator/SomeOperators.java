package foyer.operator;

import foyer.shared.EmailAddress;
import foyer.shared.SettableClock;
import java.util.Set;

/** Operators to test with. */
public final class SomeOperators {
    public static final String PASSWORD = "correct horse battery";

    private SomeOperators() {}

    public static Operator anAdmin(String email) {
        return operator(email, Role.ADMIN);
    }

    public static Operator anAnalyst(String email) {
        return operator(email, Role.ANALYST);
    }

    public static Operator operator(String email, Role... roles) {
        return new Operator(
                OperatorId.fresh(),
                new EmailAddress(email),
                "",
                Set.of(roles),
                false,
                new PasswordHash("hash of " + PASSWORD),
                SettableClock.NOON,
                1,
                SettableClock.NOON,
                SettableClock.NOON);
    }

    /** The same one a version later, in other roles. */
    public static Operator as(Operator before, Role... roles) {
        return before.changed(
                new SubmittedOperator(before.email(), before.name(), Set.of(roles), before.disabled(), null),
                SettableClock.NOON);
    }

    /** The same one a version later, under another address. */
    public static Operator at(Operator before, String email) {
        return before.changed(
                new SubmittedOperator(new EmailAddress(email), before.name(), before.roles(), before.disabled(), null),
                SettableClock.NOON);
    }
}
