package foyer.session;

import static foyer.event.SomeEvents.aPublishedEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.Event;
import foyer.shared.Ids;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResumingTest {
    private final SomeSessions node = SomeSessions.onANode();
    private final Event event = aPublishedEvent();
    private final String viewer = Ids.fresh();

    @Test
    void whoReloadsAtOnceIsWhereTheirScreenWas() {
        var opened = open(node);
        beat(node, opened, 20);
        node.keepUp();
        node.clock.pass(Duration.ofSeconds(2));
        beat(node, opened, 22);

        assertThat(node.resuming.positionOf(opened.session())).contains(Duration.ofSeconds(22));
    }

    @Test
    void whatAnotherScreenSawSinceCounts() {
        var opened = open(node);
        beat(node, opened, 20);
        var other = node.onAnotherNode();
        var newer = open(other);
        node.clock.pass(Duration.ofSeconds(30));
        beat(other, newer, 300);
        other.keepUp();

        assertThat(node.resuming.positionOf(opened.session())).contains(Duration.ofMinutes(5));
    }

    @Test
    void whereNothingHasPlayedThereIsNone() {
        assertThat(node.resuming.positionOf(open(node).session())).isEmpty();
    }

    @Test
    void ofThoseWhoDidNotRegisterTheStoreIsAskedNothing() {
        var opened = node.opening.forAnybody(event.id());
        beat(node, opened, 20);

        assertThat(node.resuming.positionOf(opened.session())).isEmpty();
    }

    private OpenedSession open(SomeSessions where) {
        return where.opening.forRegistration(event, viewer, 1, 2);
    }

    private static void beat(SomeSessions where, OpenedSession opened, long second) {
        where.beat(opened, Map.of("position", BigDecimal.valueOf(second), "state", "playing"));
    }
}
