package foyer.player.entry;

/**
 * The answer on which it depends whether a question is asked.
 *
 * @param question the name of the other one's answer
 * @param answer as it is posted
 * @param words for those whose browser hides nothing
 */
public record Condition(String question, String answer, String words) {}
