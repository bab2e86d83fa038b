package foyer.session;

import static foyer.event.SomeEvents.aPublishedEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.event.SomeEvents;
import foyer.shared.BadCredentials;
import foyer.shared.Ids;
import foyer.shared.Unauthenticated;
import foyer.shared.ValidationFailed;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BeatingTest {
    private final SomeSessions node = SomeSessions.onANode();
    private final String somebody = Ids.fresh();
    private final Event event = aPublishedEvent();

    @BeforeEach
    void thereIsAnEvent() {
        node.events.add(event);
    }

    @Test
    void aBeatIsAnsweredWithoutAskingTheStoreWhereNobodyRegisters() {
        var opened = node.opening.forAnybody(event.id());

        assertThat(beat(node, opened).goesOn()).isTrue();
        assertThat(node.sessions.calls()).isZero();
    }

    @Test
    void theRowOfASessionForAnybodyIsWrittenWithTheFirstBatch() {
        var opened = node.opening.forAnybody(event.id());
        node.keepUp();
        assertThat(node.sessions.find(opened.session().id())).isEmpty();

        beat(node, opened);
        node.keepUp();

        assertThat(node.sessions.find(opened.session().id())).contains(opened.session());
    }

    @Test
    void aRegistrationsRowIsThereBeforeItsToken() {
        var opened = open(node, 1);

        assertThat(node.sessions.find(opened.session().id())).contains(opened.session());
    }

    @Test
    void manyBeatsOfARegistrationAskTheStoreOnceAsLongAsTheTimerKeepsUp() {
        var opened = open(node, 1);
        beat(node, opened);
        var before = node.sessions.calls();

        for (var beats = 0; beats < 20; beats++) {
            beat(node, opened);
        }

        assertThat(node.sessions.calls()).isEqualTo(before);
    }

    @Test
    void theNewestScreenWinsAndTheOlderOneIsToldAtOnce() {
        var older = open(node, 1);
        beat(node, older);
        var newer = open(node, 1);

        assertThat(beat(node, older).standing()).isEqualTo(Standing.REPLACED_BY_NEWER_SCREEN);
        assertThat(beat(node, newer).goesOn()).isTrue();
    }

    @Test
    void onAnotherNodeTheOlderScreenIsToldWhenItsCopyIsTooOld() {
        var other = node.onAnotherNode();
        var older = open(node, 1);
        beat(node, older);
        open(other, 1);

        node.clock.pass(Duration.ofSeconds(16));
        node.keepUp();

        assertThat(beat(node, older).standing()).isEqualTo(Standing.REPLACED_BY_NEWER_SCREEN);
    }

    @Test
    void asManyScreensGoOnAsTheEventSays() {
        var first = open(node, 2);
        var second = open(node, 2);
        var third = open(node, 2);

        assertThat(beat(node, first).goesOn()).isFalse();
        assertThat(beat(node, second).goesOn()).isTrue();
        assertThat(beat(node, third).goesOn()).isTrue();
    }

    @Test
    void aClosedScreenMakesRoomForNobodyElseToLose() {
        var first = open(node, 2);
        var second = open(node, 2);
        node.ending.close(second.session().id().value(), second.token());
        node.ending.close(second.session().id().value(), second.token());
        open(node, 2);

        assertThat(beat(node, first).goesOn()).isTrue();
        assertThat(beat(node, second).standing()).isEqualTo(Standing.CLOSED);
    }

    @Test
    void whatWasClosedOnOneNodeWasClosedOnTheOtherTooAndMadeWayForNobody() {
        var other = node.onAnotherNode();
        var known = open(node, 2);
        var unknown = open(node, 2);
        assertThat(beat(other, known).goesOn()).isTrue();

        node.ending.close(known.session().id().value(), known.token());
        node.ending.close(unknown.session().id().value(), unknown.token());
        node.clock.pass(Duration.ofSeconds(16));
        other.keepUp();

        assertThat(beat(other, known).standing()).isEqualTo(Standing.CLOSED);
        assertThat(beat(other, unknown).standing()).isEqualTo(Standing.CLOSED);
        assertThat(other.holding.standingOf(known.session())).isEqualTo(Standing.CLOSED);
    }

    @Test
    void whoeverLetsScreensWatchWithoutAskingHearsOfOneThatClosesOnce() {
        var opened = open(node, 2);
        open(node, 2);
        node.ending.close(opened.session().id().value(), opened.token());
        node.ending.close(opened.session().id().value(), opened.token());

        assertThat(node.takenBack)
                .extracting(Screens.Screen::session)
                .containsExactly(opened.session().id());
    }

    @Test
    void revokingEndsWhatIsOpenAndWhatIsBeingOpenedMeanwhile() {
        var other = node.onAnotherNode();
        var opened = open(node, 1);
        beat(node, opened);
        node.clock.pass(Duration.ofSeconds(1));

        other.ending.revoke(somebody, 6);
        node.clock.pass(Duration.ofSeconds(31));

        assertThat(beat(node, opened).standing()).isEqualTo(Standing.REVOKED);
        assertThatThrownBy(() -> node.opening.forRegistration(event, somebody, 5, 1))
                .isInstanceOf(BadCredentials.class);
        assertThat(node.opening.forRegistration(event, somebody, 6, 1)).isNotNull();
    }

    @Test
    void whatIsOverIsOver() {
        var opened = open(node, 1);
        node.clock.pass(Duration.ofHours(12));

        assertThat(beat(node, opened).standing()).isEqualTo(Standing.EXPIRED);
        assertThat(beat(node, opened).view()).containsEntry("continue", false).containsEntry("reason", "expired");
    }

    @Test
    void whatHasEndedIsClearedAway() {
        var opened = open(node, 1);
        beat(node, opened);
        node.clock.pass(Duration.ofHours(12));
        node.keepUp();

        assertThat(node.sessions.find(opened.session().id())).isEmpty();
        assertThat(node.live.find(opened.session().id())).isEmpty();
    }

    @Test
    void aCancelledEventEndsItsSessions() {
        var opened = node.opening.forAnybody(event.id());
        node.events.replace(event, SomeEvents.cancelled(event));
        node.clock.pass(Duration.ofSeconds(5));

        assertThat(beat(node, opened).standing()).isEqualTo(Standing.EVENT_CANCELLED);
    }

    @Test
    void aNodeThatKnewTheEventBeforeHearsThatItWasCancelledOnAnother() {
        var opened = node.opening.forAnybody(event.id());
        assertThat(beat(node, opened).goesOn()).isTrue();
        node.events.replace(event, SomeEvents.cancelled(event));
        node.clock.pass(Duration.ofSeconds(5));
        node.keepUp();

        assertThat(beat(node, opened).standing()).isEqualTo(Standing.EVENT_CANCELLED);
    }

    @Test
    void whoWatchesGoesOnWhileTheStoreIsSilent() {
        var opened = open(node, 1);
        beat(node, opened);
        node.sessions.fallSilent(true);
        node.clock.pass(Duration.ofMinutes(2));
        node.keepUp();

        assertThat(beat(node, opened).goesOn()).isTrue();
    }

    @Test
    void whereSomebodyWasIsKnownOnTheNextScreen() {
        var first = open(node, 1);
        beat(node, first, Map.of("position", new BigDecimal("754.25")));
        node.keepUp();

        assertThat(open(node.onAnotherNode(), 1).position()).isEqualTo(Duration.ofMillis(754_250));
    }

    @Test
    void aTokenAlteredByABitIsNone() {
        var opened = open(node, 1);
        var token = opened.token();
        for (var place = 0; place < token.length(); place++) {
            var altered = new StringBuilder(token);
            altered.setCharAt(place, (char) (token.charAt(place) ^ 1));
            // The last letter carries bits that stand for nothing.
            if (place < token.length() - 1) {
                assertThatThrownBy(() -> beat(node, opened.session().id(), altered.toString()))
                        .isInstanceOf(Unauthenticated.class);
            }
        }
    }

    @Test
    void aTokenIsForItsOwnSessionOnly() {
        var one = open(node, 2);
        var other = open(node, 2);

        assertThatThrownBy(() -> beat(node, one.session().id(), other.token())).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> node.ending.close(one.session().id().value(), other.token()))
                .isInstanceOf(Unauthenticated.class);
        assertThat(node.carrying.sessionOf(aPublishedEvent().id(), one.token())).isEmpty();
    }

    @Test
    void aReportThatCannotBeIsNamed() {
        var opened = open(node, 1);

        assertThatThrownBy(() -> beat(node, opened, Map.of("position", -1L, "state", "dreaming")))
                .isInstanceOfSatisfying(
                        ValidationFailed.class,
                        failed -> assertThat(failed.findings()).hasSize(2));
    }

    @Test
    void whatWasMeasuredIsHeardAndTheScreenToldWhatIsCounted() {
        var heard = new ArrayList<Figures>();
        node.countBy((session, figures, now) -> {
            heard.add(figures);
            return 3;
        });

        var told = beat(node, open(node, 1), Map.of("figures", Map.of("screen", "12345678", "sequence", 4L)));

        assertThat(told.view()).containsEntry("figuresTo", 3L);
        assertThat(heard).extracting(Figures::sequence).containsExactly(4);
    }

    /** There are ten thousands of them in memory. */
    @Test
    void whoCountsHoldsTheSessionThatIsKnownAndNoOther() {
        var heard = new ArrayList<Session>();
        node.countBy((session, figures, now) -> {
            heard.add(session);
            return 0;
        });
        var opened = open(node, 1);
        for (var sequence = 1L; sequence <= 2; sequence++) {
            beat(node, opened, Map.of("figures", Map.of("screen", "12345678", "sequence", sequence)));
        }

        var known = node.live.find(opened.session().id()).orElseThrow().session();
        assertThat(heard).hasSize(2).allSatisfy(session -> assertThat(session).isSameAs(known));
    }

    @Test
    void whoMayNotWatchIsNotCounted() {
        var heard = new ArrayList<Figures>();
        node.countBy((session, figures, now) -> {
            heard.add(figures);
            return 3;
        });
        var older = open(node, 1);
        open(node, 1);

        var told = beat(node, older, Map.of("figures", Map.of("screen", "12345678", "sequence", 4L)));

        assertThat(told.goesOn()).isFalse();
        assertThat(told.view()).doesNotContainKey("figuresTo");
        assertThat(heard).isEmpty();
    }

    private OpenedSession open(SomeSessions on, int screens) {
        on.clock.pass(Duration.ofMillis(5));
        return on.opening.forRegistration(event, somebody, 5, screens);
    }

    private static HeardBeat beat(SomeSessions on, OpenedSession opened) {
        return beat(on, opened.session().id(), opened.token());
    }

    private static HeardBeat beat(SomeSessions on, SessionId id, String token) {
        return on.beat(id, token, Map.of("state", "playing", "bitrate", 3_000L));
    }

    private static HeardBeat beat(SomeSessions on, OpenedSession opened, Map<String, ?> report) {
        return on.beat(opened, report);
    }
}
