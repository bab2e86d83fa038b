package foyer.player.entry;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One panel's form.
 *
 * @param reason why it is shown, where that makes a difference; empty elsewhere
 * @param words below the title
 * @param message what came of sending it, if that was not what was wanted
 * @param carried what is sent along unseen
 * @param submit as its button reads
 */
public record PanelForm(
        Panel panel,
        String reason,
        String title,
        String words,
        @Nullable String message,
        List<Question> questions,
        Map<String, String> carried,
        String submit,
        List<Turn> turns) {
    public PanelForm {
        questions = List.copyOf(questions);
        carried = Collections.unmodifiableMap(carried);
        turns = List.copyOf(turns);
    }

    public String key() {
        return panel.key();
    }

    /** Why it is shown again. */
    public Optional<String> refusal() {
        return Optional.ofNullable(message);
    }

    /** As pages iterate over them. */
    public List<Map.Entry<String, String>> hidden() {
        return List.copyOf(carried.entrySet());
    }
}
