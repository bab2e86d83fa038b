package foyer.event;

/** What people must do before they watch. */
public enum AuthType {
    NONE,
    EMAIL,
    PASSWORD,
    PAYMENT
}
