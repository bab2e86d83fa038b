package foyer.access;

import foyer.event.Event;
import foyer.registration.RegistrationId;
import foyer.session.OpenedSession;
import foyer.session.Playback;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose credentials were right: their session, what they may play, and what stands next.
 *
 * @param registration null where nobody has to register
 * @param opened null as long as something else stands between, as a waiting list
 * @param playback null as long as nothing may be played, or nothing is there to be played
 */
public record LetIn(
        Event event,
        @Nullable RegistrationId registration,
        @Nullable OpenedSession opened,
        @Nullable Playback playback,
        Flow flow) {

    /** By a letter's link, which leads back to the page that the event is part of, where it is part of one. */
    LetIn byLetter() {
        var page = event.plan().embedding().pageUrl();
        return new LetIn(event, registration, opened, playback, flow.leadingTo(page));
    }

    /** As a login is answered. */
    public Map<String, Object> view() {
        var tree = new LinkedHashMap<String, Object>();
        if (opened != null) {
            var session = opened.session();
            tree.put("sessionId", session.id().value());
            tree.put("sessionToken", opened.token());
            tree.put("expiresAt", session.expiresAt().toString());
            if (playback != null) {
                tree.put("playback", playback.view());
            }
            if (opened.position() != null) {
                tree.put("position", seconds(opened.position()));
            }
        }
        tree.put("flow", flow.view());
        return tree;
    }

    /** As the API tells positions. */
    static BigDecimal seconds(Duration position) {
        return BigDecimal.valueOf(position.toMillis(), 3);
    }
}
