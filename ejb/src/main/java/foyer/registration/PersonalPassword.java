package foyer.registration;

/**
 * The password that somebody chose for a registration. Whoever registers an address first need not be who reads its mail,
 * so that a password counts for good only once it was shown together with a proof of the address.
 *
 * @param hash a slow one
 */
public record PersonalPassword(String hash, Trust trust) {
    /** How far it is known that the address's owner chose it. */
    public enum Trust {
        /** Whoever registered chose it: it opens nothing. */
        CLAIMED,
        /** The same, at an event that asks for no proof: it opens until somebody proves the address. */
        WAIVED,
        /** Somebody who proved the address brought it along. */
        PROVEN
    }

    public boolean opens() {
        return switch (trust) {
            case CLAIMED -> false;
            case WAIVED, PROVEN -> true;
        };
    }

    /** Whether it is known that the address's owner chose it. */
    public boolean proven() {
        return trust == Trust.PROVEN;
    }

    /** Once somebody proved the address without it: who that was decides from now on. */
    PersonalPassword addressProven() {
        return switch (trust) {
            case CLAIMED, PROVEN -> this;
            case WAIVED -> new PersonalPassword(hash, Trust.CLAIMED);
        };
    }

    /** The hash is of no use in a log. */
    @Override
    public String toString() {
        return "PersonalPassword[" + trust + "]";
    }
}
