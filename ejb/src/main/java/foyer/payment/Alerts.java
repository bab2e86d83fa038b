package foyer.payment;

/** Counts what needs a person, for whoever watches the figures and not the log. */
interface Alerts {
    void raised();
}
