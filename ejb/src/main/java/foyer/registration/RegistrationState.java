package foyer.registration;

/** Where a registration stands. */
public enum RegistrationState {
    /** A seat is kept for a while, until the address is proven or the price is paid. */
    HELD,
    CONFIRMED,
    /** No seat yet: on the waiting list. */
    WAITING,
    /** A seat is kept until the organizer has decided. */
    AWAITING_APPROVAL,
    CANCELLED,
    /** The hold ran out. */
    EXPIRED;

    /** Whether nobody else can have its seat. */
    public boolean seated() {
        return switch (this) {
            case HELD, CONFIRMED, AWAITING_APPROVAL -> true;
            case WAITING, CANCELLED, EXPIRED -> false;
        };
    }

    /** Whether it is over for good, so that the address may register anew. */
    public boolean over() {
        return switch (this) {
            case CANCELLED, EXPIRED -> true;
            case HELD, CONFIRMED, WAITING, AWAITING_APPROVAL -> false;
        };
    }
}
