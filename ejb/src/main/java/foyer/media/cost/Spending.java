package foyer.media.cost;

/**
 * How a broadcast keeps to its cap.
 *
 * @param told up to which level the operator was told
 * @param rungsLeftOut of how many of the ladder's upper sizes its channel does without
 */
public record Spending(CapLevel told, int rungsLeftOut) {
    public static final Spending FREE = new Spending(CapLevel.BELOW, 0);

    public static Spending leavingOut(int rungs) {
        return new Spending(CapLevel.BELOW, rungs);
    }

    public Spending told(CapLevel level) {
        return new Spending(level, rungsLeftOut);
    }
}
