package foyer.player.entry;

/**
 * Another panel to turn to.
 *
 * @param label as the link to it reads
 */
public record Turn(Panel to, String label) {
    /** What the key of the panel is posted as, and what an address names it by. */
    public static final String WAY = "way";
}
