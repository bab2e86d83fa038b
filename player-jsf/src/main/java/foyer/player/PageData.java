package foyer.player;

import foyer.edge.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/** What the modules need to know, as JSON for the attribute {@code data-page}. */
final class PageData {
    /** Begins the texts that the modules show by themselves, named by state, and by reason where there is one. */
    private static final String STATES = "state.";

    /** Begins those of the player's controls. */
    private static final String CONTROLS = "control.";

    /** Begin those of the way in, which a page that asks nothing does without. */
    private static final List<String> ENTRY =
            List.of("finding.", "problem.", "wait.", "pay.", "refused.", "entry.verify.words");

    private final Map<String, Object> tree = new LinkedHashMap<>();

    PageData language(Language language) {
        tree.put("lang", language.tag());
        tree.put("words", words(language.texts(), STATES, CONTROLS));
        return this;
    }

    /**
     * @param back the panel for those who were in before
     * @param session what login answers; empty unless the viewer was let in just now
     */
    PageData guarded(Language language, String back, Optional<Map<?, ?>> session) {
        var all = new ArrayList<>(ENTRY);
        all.add(STATES);
        all.add(CONTROLS);
        tree.put("words", words(language.texts(), all.toArray(String[]::new)));
        tree.put("guarded", true);
        tree.put("back", back);
        tree.put("session", session.orElse(null));
        return this;
    }

    /** @param open whether nothing is left to prove before the picture */
    PageData event(String id, String state, Instant startsAt, Optional<String> manifestUrl, boolean open) {
        var event = new LinkedHashMap<String, Object>();
        event.put("state", state);
        event.put("startsAt", startsAt.toEpochMilli());
        event.put("manifestUrl", manifestUrl.orElse(null));
        event.put("open", open);
        tree.put("event", event);
        tree.put("eventId", id);
        tree.put("api", "/api/events/" + id);
        return this;
    }

    /** @param now the server's time, for a viewer's clock may be wrong */
    PageData opened(Instant now, boolean autoplay) {
        tree.put("now", now.toEpochMilli());
        tree.put("autoplay", autoplay);
        return this;
    }

    PageData engine(String address) {
        tree.put("engine", address);
        return this;
    }

    String json() {
        return new String(JsonText.of(tree), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> words(ResourceBundle texts, String... beginnings) {
        var words = new LinkedHashMap<String, Object>();
        texts.keySet().stream()
                .filter(key -> Arrays.stream(beginnings).anyMatch(key::startsWith))
                .sorted()
                .forEach(key -> words.put(shortened(key), texts.getString(key)));
        return words;
    }

    private static String shortened(String key) {
        return key.startsWith(STATES) ? key.substring(STATES.length()) : key;
    }
}
