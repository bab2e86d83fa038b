package foyer.mail;

/** What a letter is about. */
public enum LetterKind {
    /** A code and a link that prove the address. */
    CODE,
    /** A seat is confirmed: the access link, and the date for the calendar. */
    CONFIRMATION,
    /** Somebody registered an address that is registered already: its owner gets a code and a link. */
    ALREADY_REGISTERED,
    /** The access link once more. */
    ACCESS_LINK,
    /** Another access link, for the organizer's sake: the one before is dead. */
    NEW_LINK,
    /** A code with which a new personal password may be chosen, and a link that leads in without one. */
    PASSWORD_RESET,
    /** The event is full, and the address is on its waiting list. */
    WAITING_LIST,
    /** A seat is free for somebody on the waiting list, for a limited time. */
    OFFER,
    /** The organizer has to agree first. */
    AWAITING_APPROVAL,
    /** The organizer did not agree, or took the right back. */
    REVOKED,
    /** The event begins in a day. */
    REMINDER_DAY,
    /** The event begins in an hour. */
    REMINDER_HOUR,
    /** The event moved, or changed in another way that matters. */
    EVENT_CHANGED,
    /** The event will not take place. */
    EVENT_CANCELLED,
    /** A seat is kept until it is paid, and how to go on. */
    PAYMENT_DUE,
    /** It is paid: the receipt, the access link, and the date for the calendar or that the organizer has to agree first. */
    RECEIPT,
    /** The money of a delayed method did not come. */
    PAYMENT_FAILED,
    /** It was paid when no seat was left: the money goes back. */
    PAYMENT_LATE,
    /** It was paid twice: the second payment goes back. */
    PAYMENT_TWICE,
    /** Its payer's bank stepped in, and the seat has ended for it. */
    PAYMENT_DISPUTED,
    /** Money goes back. */
    REFUNDED,
    /** For the organizer: a payment needs a person. */
    PAYMENT_ALERT,
    /** For the organizer: a live channel will cost more than it may. */
    COST_ALERT;

    /** Whether its reader cannot go on without it, or loses time that is given them: it goes out before all others. */
    boolean awaited() {
        return switch (this) {
            case CODE, ALREADY_REGISTERED, ACCESS_LINK, PASSWORD_RESET, OFFER, PAYMENT_DUE -> true;
            case CONFIRMATION,
                    NEW_LINK,
                    WAITING_LIST,
                    AWAITING_APPROVAL,
                    REVOKED,
                    REMINDER_DAY,
                    REMINDER_HOUR,
                    EVENT_CHANGED,
                    EVENT_CANCELLED,
                    RECEIPT,
                    PAYMENT_FAILED,
                    PAYMENT_LATE,
                    PAYMENT_TWICE,
                    PAYMENT_DISPUTED,
                    REFUNDED,
                    PAYMENT_ALERT,
                    COST_ALERT -> false;
        };
    }
}
