package foyer.session;

import static foyer.event.SomeEvents.START;
import static foyer.event.SomeEvents.aPublishedEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.Event;
import foyer.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpeningTest {
    private final SomeSessions node = SomeSessions.onANode();
    private final Event event = aPublishedEvent();
    private final String viewer = Ids.fresh();

    @Test
    void whoComesForTheFirstTimeCostsTwoWritesAndNoLookUp() {
        itIs(START.plusSeconds(20));

        var opened = open();

        assertThat(opened.position()).isNull();
        assertThat(node.sessions.calls()).isEqualTo(2);
        assertThat(node.positions.lookUps()).isZero();
    }

    @Test
    void whoComesBackTheSameEveningGoesOnWhereTheyWere() {
        itIs(START.plusSeconds(20));
        var first = open();
        node.beat(first, Map.of("position", 600, "state", "playing"));
        node.keepUp();

        assertThat(open().position()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void whoClosedTheirOnlyScreenGoesOnWhereTheyWere() {
        itIs(START.plusSeconds(20));
        var first = open();
        node.beat(first, Map.of("position", 600, "state", "playing"));
        node.keepUp();
        node.ending.close(first.session().id().value(), first.token());

        assertThat(open().position()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void whoComesBackWhenTheirScreensAreForgottenGoesOnWhereTheyWere() {
        node.positions.keep(List.of(new Position(viewer, event.id(), Duration.ofMinutes(10), START.plusSeconds(900))));
        itIs(START.plus(Duration.ofDays(9)));

        assertThat(open().position()).isEqualTo(Duration.ofMinutes(10));
    }

    private void itIs(Instant moment) {
        node.clock.pass(Duration.between(node.clock.instant(), moment));
    }

    private OpenedSession open() {
        return node.opening.forRegistration(event, viewer, 1, 1);
    }
}
