package foyer.player;

import foyer.edge.JsonText;
import foyer.event.Chapter;
import foyer.event.Video;
import foyer.shared.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the modules need to know, as JSON for the attribute {@code data-page}. */
final class PageData {
    /** The texts that a stage needs should nothing else come; all others are fetched once they may be needed. */
    private static final List<String> FIRST = List.of(
            "state.blocked",
            "state.cancelled",
            "state.ended",
            "state.failed",
            "state.recording",
            "state.retrying",
            "state.soon");

    /** Those of the way in: that a call is tried again, and for each kind of news the words that always hold. */
    private static final Predicate<String> FIRST_OF_ENTRY =
            key -> key.equals("problem.retrying") || key.endsWith(".other");

    private final Map<String, Object> tree = new LinkedHashMap<>();

    PageData language(Language language) {
        tree.put("lang", language.tag());
        tree.put("words", words(language.texts(), FIRST::contains));
        return this;
    }

    /**
     * @param back the panel for those who were in before
     * @param session what login answers; empty unless the viewer was let in just now
     */
    PageData guarded(Language language, String back, Optional<Map<?, ?>> session) {
        tree.put("words", words(language.texts(), FIRST_OF_ENTRY.or(FIRST::contains)));
        tree.put("back", back);
        tree.put("session", session.orElse(null));
        return this;
    }

    /**
     * @param money what is paid in
     * @param texts those on paying, fetched only for who is to pay
     */
    PageData paying(Money money, String texts) {
        tree.put(
                "payment",
                Map.of("currency", money.currency().getCurrencyCode(), "digits", money.digits(), "texts", texts));
        return this;
    }

    /**
     * @param open whether nothing is left to prove before the picture
     * @param video of which everybody may be to see the same second, and which may have chapters
     */
    PageData event(String id, String state, Instant startsAt, Optional<String> manifestUrl, boolean open, Video video) {
        var event = new LinkedHashMap<String, Object>();
        event.put("state", state);
        event.put("startsAt", startsAt.toEpochMilli());
        event.put("manifestUrl", manifestUrl.orElse(null));
        event.put("open", open);
        if (video.simulive()) {
            event.put("simulive", true);
        }
        if (!video.chapters().isEmpty()) {
            event.put("chapters", video.chapters().stream().map(Chapter::view).toList());
        }
        tree.put("event", event);
        tree.put("eventId", id);
        tree.put("api", "/api/events/" + id);
        return this;
    }

    /**
     * What the page needs to know to be spoken to by the one around it.
     *
     * @param origins the partners' pages that are answered
     * @param vimeoId the number that those may know the event by
     * @param password whether viewers need one to get in
     * @param length of the recording, which pages ask for before it is loaded; empty: nobody knows
     */
    PageData embedded(List<String> origins, @Nullable String vimeoId, boolean password, Optional<Duration> length) {
        var embed = new LinkedHashMap<String, Object>();
        embed.put("origins", origins);
        embed.put("vimeoId", vimeoId);
        embed.put("password", password);
        length.ifPresent(known -> embed.put("duration", BigDecimal.valueOf(known.toMillis(), 3)));
        tree.put("embed", embed);
        return this;
    }

    /** @param now the server's time, for a viewer's clock may be wrong */
    PageData opened(Instant now, boolean autoplay) {
        tree.put("now", now.toEpochMilli());
        tree.put("autoplay", autoplay);
        return this;
    }

    /**
     * What is fetched only when somebody is about to watch, or to be answered.
     *
     * @param styles of the controls
     * @param texts all of the page's language
     */
    PageData later(String engine, String styles, String texts) {
        tree.put("engine", engine);
        tree.put("styles", styles);
        tree.put("texts", texts);
        return this;
    }

    String json() {
        return new String(JsonText.of(tree), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> words(ResourceBundle texts, Predicate<String> wanted) {
        var words = new LinkedHashMap<String, Object>();
        texts.keySet().stream().filter(wanted).sorted().forEach(key -> words.put(key, texts.getString(key)));
        return words;
    }
}
