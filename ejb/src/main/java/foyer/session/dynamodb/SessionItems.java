package foyer.session.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.event.EventId;
import foyer.session.Screens;
import foyer.session.Screens.Screen;
import foyer.session.Session;
import foyer.session.SessionId;
import foyer.session.Sessions;
import foyer.shared.dynamodb.StoredItem;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Sessions and screens as items. */
final class SessionItems {
    private SessionItems() {}

    static Map<String, AttributeValue> item(Session session) {
        var item = new HashMap<String, AttributeValue>();
        item.put("sessionId", text(session.id().value()));
        item.put("eventId", text(session.eventId().value()));
        session.registration().ifPresent(userId -> item.put("userId", text(userId)));
        item.put("createdAt", number(session.createdMillis()));
        item.put("expiresAt", number(session.expiresSecond()));
        return item;
    }

    static Session session(Map<String, AttributeValue> attributes) {
        var item = new StoredItem(attributes);
        var userId = attributes.get("userId");
        return Session.kept(
                SessionId.of(item.text("sessionId")),
                new EventId(item.text("eventId")),
                userId == null ? null : userId.s(),
                item.number("createdAt"),
                item.number("expiresAt"));
    }

    // From now at least: where the last screen was closed nothing else says how long there was one.
    static Map<String, AttributeValue> item(Screens screens, Instant now) {
        var last = Stream.concat(
                        Stream.of(now, screens.revokedAt()),
                        screens.live().stream().map(Screen::expiresAt))
                .max(Instant::compareTo)
                .orElseThrow();
        return Map.of(
                "userId", text(screens.userId()),
                "live",
                        AttributeValue.fromL(screens.live().stream()
                                .map(screen -> AttributeValue.fromM(item(screen)))
                                .toList()),
                "newestAt", number(screens.newestAt().toEpochMilli()),
                "revokedAt", number(screens.revokedAt().toEpochMilli()),
                "leastVersion", number(screens.leastVersion()),
                "version", number(screens.version()),
                "keptUntil", number(last.plus(Sessions.REMEMBERED).getEpochSecond()));
    }

    static Screens screens(Map<String, AttributeValue> attributes) {
        var item = new StoredItem(attributes);
        var live = item.groups("live").stream().map(SessionItems::screen).toList();
        return new Screens(
                item.text("userId"),
                live,
                attributes.containsKey("newestAt") ? item.instant("newestAt") : newest(live),
                item.instant("revokedAt"),
                item.number("leastVersion"),
                item.number("version"));
    }

    // What nodes of before wrote does not say it.
    private static Instant newest(List<Screen> live) {
        return live.stream().map(Screen::openedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private static Map<String, AttributeValue> item(Screen screen) {
        return Map.of(
                "sessionId", text(screen.session().value()),
                "openedAt", number(screen.openedAt().toEpochMilli()),
                "expiresAt", number(screen.expiresAt().getEpochSecond()));
    }

    private static Screen screen(StoredItem item) {
        return new Screen(
                SessionId.of(item.text("sessionId")),
                item.instant("openedAt"),
                Instant.ofEpochSecond(item.number("expiresAt")));
    }
}
