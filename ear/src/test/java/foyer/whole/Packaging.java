package foyer.whole;

/** The two ways in which Foyer is deployed. */
public enum Packaging {
    /** {@code foyer-micro.jar}: both web applications in one. */
    MICRO,
    /** {@code foyer.ear} on a Payara Server. */
    SERVER
}
