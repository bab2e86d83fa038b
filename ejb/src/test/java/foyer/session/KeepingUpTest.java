package foyer.session;

import static foyer.event.SomeEvents.aPublishedEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.Event;
import foyer.shared.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepingUpTest {
    private static final int HERD = 450;
    private static final int A_CALL_TAKES = 100;

    private final SomeSessions node = SomeSessions.onANode();
    private final Event event = aPublishedEvent();
    private final List<String> viewers = Stream.generate(Ids::fresh).limit(HERD).toList();

    @BeforeEach
    void thereIsAnEvent() {
        node.events.add(event);
    }

    @Test
    void ofAHerdTheStoreIsToldInParts() {
        report(screens(), 20);

        node.keepUp();

        assertThat(viewers).allSatisfy(viewer -> assertThat(positionOf(viewer)).isEqualTo(Duration.ofSeconds(20)));
        assertThat(node.positions.mostAtOnce()).isEqualTo(A_CALL_TAKES);
    }

    @Test
    void aboutAHerdTheStoreIsAskedInPartsAndHearsOfEachWhatItIs() {
        var before = screens();
        report(before, 20);
        var other = node.onAnotherNode();
        var last = viewers.get(HERD - 1);
        other.ending.revoke(last, 2);
        node.clock.pass(Duration.ofSeconds(16));

        node.keepUp();

        assertThat(node.sessions.mostAtOnce()).isEqualTo(A_CALL_TAKES);
        assertThat(before)
                .allSatisfy(screen -> assertThat(beat(screen, 21).standing())
                        .isEqualTo(last.equals(screen.session().viewer()) ? Standing.REVOKED : Standing.LIVE));
    }

    @Test
    void ofSeveralScreensOfAViewerTheOneHeardOfLastCountsHoweverManyOthersThereAre() {
        var first = screens();
        var second = screens();
        report(second, 900);
        node.clock.pass(Duration.ofSeconds(1));
        report(first, 20);

        node.keepUp();

        assertThat(viewers).allSatisfy(viewer -> assertThat(positionOf(viewer)).isEqualTo(Duration.ofSeconds(20)));
    }

    private List<OpenedSession> screens() {
        return viewers.stream()
                .map(viewer -> node.opening.forRegistration(event, viewer, 1, 2))
                .toList();
    }

    private void report(List<OpenedSession> screens, int second) {
        screens.forEach(screen -> beat(screen, second));
    }

    private HeardBeat beat(OpenedSession screen, int second) {
        return node.beat(screen, Map.of("position", second, "state", "playing"));
    }

    private Duration positionOf(String viewer) {
        return node.positions.find(viewer).orElseThrow().at();
    }
}
