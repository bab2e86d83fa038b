package foyer.player.entry;

/**
 * One of several answers.
 *
 * @param value as it is sent
 * @param label as it is read
 */
public record Option(String value, String label) {}
