package foyer.media;

/** Counts what of the cost of live channels needs a person, for whoever watches the figures and not the log. */
interface CostAlerts {
    void raised();
}
