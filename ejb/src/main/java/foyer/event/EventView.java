package foyer.event;

import foyer.shared.Fields;
import foyer.shared.WrittenMoment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How an event is told to those who ask: operators see all of it, the public what it needs. */
final class EventView {
    private EventView() {}

    static Map<String, Object> whole(Event event, Instant now) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("eventId", event.id().value());
        tree.putAll(event.plan().tree());
        tree.put("state", Fields.wireName(event.stateAt(now)));
        tree.put("version", event.version());
        tree.put("createdAt", event.createdAt().toString());
        tree.put("updatedAt", event.updatedAt().toString());
        return tree;
    }

    static Map<String, Object> forAll(Event event, Instant now) {
        var tree = whole(event, now);
        tree.keySet().removeAll(event.plan().tree().keySet());
        tree.putAll(event.plan().treeForAll());
        tree.remove("version");
        return tree;
    }

    /** Notes what is submitted of the fields that nobody sets, unless it is what was read. */
    static void checkReadBack(Fields fields, Event before, Instant now) {
        fields.text("eventId")
                .filter(text -> !text.equals(before.id().value()))
                .ifPresent(wrong -> refuse(fields, "eventId"));
        checkMoment(fields, "createdAt", before.createdAt());
        checkMoment(fields, "updatedAt", before.updatedAt());
        if (fields.wholeNumber("version")
                .filter(version -> version != before.version())
                .isPresent()) {
            refuse(fields, "version");
        }
        // Time may have moved the event on since it was read.
        fields.choice("state", EventState.class)
                .filter(state -> state != before.stateAt(now)
                        && (state.compareTo(before.stateAt(before.updatedAt())) < 0
                                || state.compareTo(before.stateAt(now)) > 0))
                .ifPresent(wrong -> refuse(fields, "state"));
    }

    /** Notes what is submitted of the fields that nobody sets, for an event that nobody can have read. */
    static void refuseReadBack(Fields fields) {
        for (var name : new String[] {"eventId", "state", "version", "createdAt", "updatedAt"}) {
            if (fields.has(name)) {
                refuse(fields, name);
            }
        }
    }

    private static void checkMoment(Fields fields, String name, Instant seen) {
        fields.text(name).filter(text -> !new WrittenMoment(text).is(seen)).ifPresent(wrong -> refuse(fields, name));
    }

    private static void refuse(Fields fields, String name) {
        fields.refuse(name, "read_only", "Nobody sets this. Leave it out, or send what was read.");
    }
}
