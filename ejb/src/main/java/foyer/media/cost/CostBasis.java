package foyer.media.cost;

/** What is known of the cost of live channels, and says so to whoever asks. */
public enum CostBasis {
    /** The prices that the operator has set. */
    PRICES("Estimated by the prices that are set; what is billed can differ."),
    NO_PRICES("No prices are set on this deployment (foyer.live.price.…), so nobody can say what this costs."),
    ONE_MACHINE("This deployment makes live pictures on its own machine; nobody bills them.");

    private final String words;

    CostBasis(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
