package foyer.player.entry;

/**
 * Another panel to turn to.
 *
 * @param label as the link to it reads
 */
public record Turn(Panel to, String label) {}
