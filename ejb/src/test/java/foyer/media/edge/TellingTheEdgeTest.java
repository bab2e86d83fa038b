package foyer.media.edge;

import static foyer.event.SomeEvents.aPublishedEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.event.SomeEvents;
import foyer.session.OpenedSession;
import foyer.session.Session;
import foyer.session.SomeSessions;
import foyer.shared.Ids;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingTheEdgeTest {
    private final SomeSessions node = SomeSessions.onANode();
    private final RevocationsInMemory revocations = new RevocationsInMemory();
    private final SomeEdge edge = new SomeEdge();
    private final TakingBackAtEdge takingBack = new TakingBackAtEdge();
    private final TellingTheEdge telling = new TellingTheEdge();
    private final Event event = aPublishedEvent();
    private final String ada = Ids.fresh();

    TellingTheEdgeTest() {
        takingBack.edge = edge;
        takingBack.revocations = revocations;
        takingBack.sessions = SomeSessions.SETTINGS;
        takingBack.clock = node.clock;
        telling.edge = edge;
        telling.revocations = revocations;
        telling.holding = node.holding;
        telling.events = node.events;
        telling.clock = node.clock;
        node.takeBackBy(takingBack);
        node.events.add(event);
    }

    @Test
    void whoseSeatIsTakenBackIsToldOfByTheKeyThatTheFunctionAsksFor() {
        var session = aViewer(ada);

        node.ending.revoke(ada, 2);
        telling.tell();

        assertThat(edge.refused)
                .containsExactly("revoked.session." + session.id().value());
    }

    @Test
    void theOlderScreenIsToldOfWhenANewerOneBegins() {
        var older = aViewer(ada);
        assertThat(revocations.noted).isEmpty();

        aViewer(ada);
        telling.tell();

        assertThat(edge.refused).containsExactly("revoked.session." + older.id().value());
    }

    @Test
    void whoeverGoesOnIsNotRefused() {
        var session = aViewer(ada);
        revocations.note(List.of(Revocation.of(session.id(), session.expiresAt(), node.clock.instant())));

        telling.tell();
        assertThat(edge.refused).isEmpty();

        node.clock.pass(Duration.ofMinutes(3));
        telling.tell();
        assertThat(revocations.noted).isEmpty();
    }

    @Test
    void whatIsNotedBeforeItIsDoneIsToldOnceItIs() {
        var session = aViewer(ada);
        node.takeBackBy(screens -> {});
        takingBack.about(node.sessions.screens(ada).live());
        telling.tell();
        assertThat(edge.refused).isEmpty();

        node.ending.revoke(ada, 2);
        node.clock.pass(Duration.ofSeconds(5));
        telling.tell();

        assertThat(edge.refused)
                .containsExactly("revoked.session." + session.id().value());
    }

    @Test
    void whatIsNotedAnewWhileItIsLookedAtIsNotForgotten() {
        var session = aViewer(ada);
        var noted = new RevocationsInMemory() {
            boolean anew;

            @Override
            public List<Revocation> due(Instant now, int most) {
                var due = super.due(now, most);
                if (anew) {
                    note(List.of(Revocation.of(session.id(), session.expiresAt(), now)));
                }
                return due;
            }
        };
        telling.revocations = noted;
        noted.note(List.of(Revocation.of(session.id(), session.expiresAt(), node.clock.instant())));
        node.clock.pass(Duration.ofMinutes(3));
        noted.anew = true;
        telling.tell();
        noted.anew = false;

        node.ending.revoke(ada, 2);
        telling.tell();

        assertThat(edge.refused)
                .containsExactly("revoked.session." + session.id().value());
    }

    @Test
    void anEventIsOneKeyHoweverManyWatch() {
        aViewer(ada);
        aViewer(Ids.fresh());
        takingBack.about(event);
        telling.tell();
        assertThat(edge.refused).isEmpty();

        node.events.replace(event, SomeEvents.cancelled(event));
        node.clock.pass(Duration.ofSeconds(5));
        telling.tell();

        assertThat(edge.refused).containsExactly("revoked.event." + event.id().value());
    }

    @Test
    void whileTheEdgeIsSilentNothingIsLost() {
        var session = aViewer(ada);
        node.ending.revoke(ada, 2);
        edge.fallSilent(2);

        assertThatThrownBy(telling::tell).isInstanceOf(Unavailable.class);
        assertThatThrownBy(telling::tell).isInstanceOf(Unavailable.class);
        telling.tell();

        assertThat(edge.refused)
                .containsExactly("revoked.session." + session.id().value());
    }

    @Test
    void theEdgeForgetsOnceNoAddressCanBeGoodAnyMore() {
        var session = aViewer(ada);
        node.ending.revoke(ada, 2);
        telling.tell();

        node.clock.pass(
                Duration.between(node.clock.instant(), session.expiresAt()).minusSeconds(1));
        telling.tell();
        assertThat(edge.refused).hasSize(1);

        node.clock.pass(Duration.ofSeconds(1));
        telling.tell();
        assertThat(edge.refused).isEmpty();
        assertThat(revocations.noted).isEmpty();
    }

    @Test
    void aCrowdIsToldOfInCallsOfFifty() {
        for (var viewer = 0; viewer < 120; viewer++) {
            var one = Ids.fresh();
            aViewer(one);
            node.ending.revoke(one, 2);
        }

        assertThat(telling.tell()).isTrue();
        assertThat(edge.refused).hasSize(TellingTheEdge.A_CALL);
        assertThat(telling.tell()).isTrue();
        assertThat(telling.tell()).isFalse();
        assertThat(edge.refused).hasSize(120);
    }

    private Session aViewer(String registration) {
        OpenedSession opened = node.opening.forRegistration(event, registration, 1, 1);
        return opened.session();
    }
}
