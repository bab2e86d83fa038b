package foyer.media;

/**
 * Why a recording cannot be made to play.
 *
 * @param words for the organizer
 * @param curable whether the same file may do once the operator has seen to something; it is kept until then
 */
public record Trouble(String words, boolean curable) {}
