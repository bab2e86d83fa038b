package foyer.player.entry;

import java.util.List;

/**
 * What a viewer is told who can do nothing but wait or go.
 *
 * @param title in a few words
 * @param words what is the matter and what to do
 */
public record Told(String title, String words) {
    /** A seat became free for one who waited, and is taken by the link of a letter. */
    static final String OFFERED = "offered";

    /** Why a viewer waits, as the AuthFlow says it. */
    private static final List<String> WAITS = List.of("notStarted", "waitingList", "approval", "payment", Told.OFFERED);

    /** Nothing for the panels that ask something. */
    static Told of(Panel panel, String reason, Words words) {
        return switch (panel) {
            case WAIT -> told("wait.", WAITS.contains(reason) ? reason : "other", words);
            case REFUSED -> told("refused.", reason, words);
            case REGISTER, LOGIN, CODE, VERIFY, LINK, PAY, WATCH -> new Told("", "");
        };
    }

    private static Told told(String begin, String reason, Words words) {
        return new Told(words.told(begin + "title.", reason), words.told(begin, reason));
    }
}
