package foyer.event.dynamodb;

import foyer.event.EventState;
import foyer.shared.Fields;
import foyer.shared.dynamodb.Items;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Lets the store leave out most events that do not stand where they should, and none that does. Kept instants are of the
 * day they were written, and zone rules have changed since by less than the margin.
 */
record StateFilter(String expression, Map<String, AttributeValue> values) {
    static final Map<String, String> NAMES = Map.of("#state", "state");
    private static final Duration MARGIN = Duration.ofDays(2);

    static StateFilter of(EventState state, Instant now) {
        return switch (state) {
            case DRAFT, CANCELLED, ARCHIVED -> decided(state);
            case PUBLISHED -> decided(state).and("startsInstant > :edge", now.minus(MARGIN));
            case LIVE -> decided(EventState.PUBLISHED, EventState.LIVE).and("endsInstant > :edge", now.minus(MARGIN));
            case ENDED ->
                decided(EventState.PUBLISHED, EventState.LIVE, EventState.ENDED)
                        .and("(#state = :ENDED OR endsInstant <= :edge)", now.plus(MARGIN));
        };
    }

    private static StateFilter decided(EventState... states) {
        var values = Stream.of(states)
                .collect(Collectors.toMap(state -> ":" + state.name(), state -> Items.text(Fields.wireName(state))));
        return new StateFilter("#state IN (" + String.join(", ", values.keySet()) + ")", values);
    }

    private StateFilter and(String condition, Instant edge) {
        var more = new HashMap<>(values);
        more.put(":edge", Items.number(edge.toEpochMilli()));
        return new StateFilter(expression + " AND " + condition, more);
    }
}
