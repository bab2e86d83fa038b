package foyer.registration;

/** How far a registration is paid. */
public enum PaymentStatus {
    PENDING,
    COMPLETED,
    FAILED,
    REFUNDED,
    NOT_REQUIRED
}
