package foyer.analytics.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;
import static foyer.shared.dynamodb.Items.truth;

import foyer.analytics.ScreenTally;
import foyer.analytics.Tally;
import foyer.event.EventId;
import foyer.shared.dynamodb.StoredItem;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tallies as items. */
final class TallyItems {
    // As long as it is remembered where a viewer was.
    private static final Duration REMEMBERED = Duration.ofDays(60);

    private TallyItems() {}

    static Map<String, AttributeValue> key(String viewer) {
        return Map.of("part", text("viewer/" + viewer), "row", number(0));
    }

    static Map<String, AttributeValue> item(EventId event, Tally tally) {
        var last = tally.screens().stream()
                .map(ScreenTally::until)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        var item = new HashMap<>(key(tally.viewer()));
        item.put("viewer", text(tally.viewer()));
        item.put("eventId", text(event.value()));
        item.put(
                "screens",
                AttributeValue.fromL(tally.screens().stream()
                        .map(screen -> AttributeValue.fromM(item(screen)))
                        .toList()));
        item.put(
                "seen", AttributeValue.fromB(SdkBytes.fromByteArray(tally.seen().toByteArray())));
        item.put("lastMinute", number(tally.lastMinute()));
        item.put("version", number(tally.version()));
        item.put("keptUntil", number(last.plus(REMEMBERED).getEpochSecond()));
        return item;
    }

    static Tally tally(Map<String, AttributeValue> attributes) {
        var item = new StoredItem(attributes);
        return new Tally(
                item.text("viewer"),
                item.groups("screens").stream().map(TallyItems::screen).toList(),
                seen(attributes),
                item.number("lastMinute"),
                item.number("version"));
    }

    private static BitSet seen(Map<String, AttributeValue> attributes) {
        var seen = attributes.get("seen");
        return seen == null ? new BitSet() : BitSet.valueOf(seen.b().asByteArray());
    }

    private static Map<String, AttributeValue> item(ScreenTally screen) {
        var item = new HashMap<String, AttributeValue>();
        item.put("sessionId", text(screen.session()));
        item.put("screen", text(screen.screen()));
        item.put("sequence", number(screen.sequence()));
        item.put("watched", number(screen.watchedMillis()));
        item.put("stalled", number(screen.stalledMillis()));
        item.put("stalls", number(screen.stalls()));
        item.put("kilobits", number(screen.kilobits()));
        item.put("rated", number(screen.ratedMillis()));
        item.put("stretches", number(screen.stretches()));
        item.put("started", truth(screen.started()));
        item.put("failed", truth(screen.failed()));
        item.put("until", number(screen.until().getEpochSecond()));
        return item;
    }

    private static ScreenTally screen(StoredItem item) {
        return new ScreenTally(
                item.text("sessionId"),
                item.text("screen"),
                item.number("sequence"),
                item.number("watched"),
                item.number("stalled"),
                item.number("stalls"),
                item.number("kilobits"),
                item.number("rated"),
                item.number("stretches"),
                item.truth("started"),
                item.truth("failed"),
                Instant.ofEpochSecond(item.number("until")));
    }
}
