package foyer.player.entry;

import foyer.player.Language;
import foyer.player.StartTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a viewer is told who can do nothing but wait or go.
 *
 * @param title in a few words
 * @param words what is the matter and what to do
 * @param back as the link to the way in reads for those who are registered
 * @param opens when people may register from; empty unless the words end with that
 */
public record Told(String title, String words, String back, Optional<StartTime> opens) {
    /** A seat became free for one who waited, and is taken by the link of a letter. */
    static final String OFFERED = "offered";

    /** Why a viewer waits, as the AuthFlow says it. */
    private static final List<String> WAITS = List.of("notStarted", "waitingList", "approval", "payment", Told.OFFERED);

    /**
     * Nothing for the panels that ask something.
     *
     * @param data what the flow says beside the step
     * @param zone the event's
     */
    static Told of(Panel panel, String reason, Map<?, ?> data, ZoneId zone, Words words) {
        return switch (panel) {
            case WAIT -> told(panel, WAITS.contains(reason) ? reason : "other", Optional.empty(), words);
            case REFUSED -> {
                var opens = Optional.ofNullable(data.get("opensAt"))
                        .map(written -> new StartTime(
                                ZonedDateTime.parse(written.toString()).withZoneSameInstant(zone),
                                new Language(words.locale())));
                yield told(panel, opens.isPresent() ? "not_open" : reason, opens, words);
            }
            case REGISTER, LOGIN, CODE, VERIFY, LINK, PAY, WATCH ->
                new Told("", "", words.of("entry.told.back.refused"), Optional.empty());
        };
    }

    private static Told told(Panel panel, String reason, Optional<StartTime> opens, Words words) {
        return new Told(
                words.told(panel.key() + ".title.", reason),
                words.told(panel.key() + ".", reason),
                words.closest("entry.told.back." + panel.key(), reason),
                opens);
    }
}
