package foyer.media;

import static foyer.media.SomeBroadcasts.BEGINS;
import static foyer.media.SomeBroadcasts.ENDS;
import static foyer.media.SomeBroadcasts.SETTINGS;
import static foyer.media.SomeBroadcasts.SLOT;
import static foyer.media.SomeBroadcasts.aBroadcast;
import static foyer.media.SomeBroadcasts.slot;
import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.WrongState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BroadcastTest {
    private static final InputHealth FED =
            new InputHealth(true, 2_000_000, "640x360 25 fps h264", "aac 48000 Hz stereo", Set.of());

    @ParameterizedTest
    @CsvSource({
        "IDLE, DELETED, PROVISION",
        "IDLE, CREATING, NONE",
        "IDLE, CREATE_FAILED, PROVISION",
        "IDLE, IDLE, NONE",
        "IDLE, STARTING, STOP",
        "IDLE, RUNNING, STOP",
        "IDLE, RECOVERING, STOP",
        "IDLE, STOPPING, NONE",
        "IDLE, DELETING, NONE",
        "RUNNING, DELETED, PROVISION",
        "RUNNING, CREATING, NONE",
        "RUNNING, CREATE_FAILED, PROVISION",
        "RUNNING, IDLE, START",
        "RUNNING, STARTING, NONE",
        "RUNNING, RUNNING, NONE",
        "RUNNING, RECOVERING, NONE",
        "RUNNING, STOPPING, NONE",
        "RUNNING, DELETING, NONE",
        "DELETED, DELETED, CLOSE",
        "DELETED, CREATING, RETIRE",
        "DELETED, CREATE_FAILED, RETIRE",
        "DELETED, IDLE, RETIRE",
        "DELETED, STARTING, RETIRE",
        "DELETED, RUNNING, RETIRE",
        "DELETED, RECOVERING, RETIRE",
        "DELETED, STOPPING, NONE",
        "DELETED, DELETING, NONE",
    })
    void whatIsDoneFollowsFromWhatIsWantedAndWhatIs(ChannelGoal wanted, ChannelState state, ChannelStep step) {
        var broadcast = aBroadcast().seen(ChannelStatus.of(state), SLOT, NOON);
        var decided = switch (wanted) {
            case IDLE -> broadcast;
            case RUNNING -> broadcast.started(SLOT, NOON);
            case DELETED -> broadcast.turned(Turn.OVER, SLOT, NOON);
        };

        assertThat(decided.step(SLOT, NOON)).isEqualTo(step);
    }

    @Test
    void itIsStartedAheadOfItsEventAndNotBefore() {
        var from = BEGINS.minus(SETTINGS.lead());

        assertThat(turn(aBroadcast(), from.minusMillis(1))).isNull();
        assertThat(turn(aBroadcast(), from)).isEqualTo(Turn.AHEAD);
        assertThat(turn(aBroadcast(), ENDS)).isNull();
    }

    @Test
    void forAnEventThatNobodyKnowsItIsNotStartedByItself() {
        assertThat(aBroadcast().turn(slot(false, false), SETTINGS, BEGINS)).isEmpty();
    }

    @Test
    void whatAnOrganizerStoppedIsNotStartedByItself() {
        var stopped = aBroadcast().started(SLOT, BEGINS).stopped(BEGINS.plusSeconds(1));

        assertThat(turn(stopped, BEGINS.plusSeconds(60))).isNull();
    }

    @Test
    void afterARehearsalItIsStartedForItsEventAndNothingIsRecorded() {
        var rehearsed =
                fed(aBroadcast().started(SLOT, NOON), NOON.plusSeconds(10)).stopped(NOON.plusSeconds(60));

        assertThat(idle(rehearsed).step(SLOT, NOON.plusSeconds(600))).isEqualTo(ChannelStep.NONE);
        assertThat(turn(rehearsed, BEGINS)).isEqualTo(Turn.AHEAD);
        var again = rehearsed.turned(Turn.AHEAD, SLOT, BEGINS);
        assertThat(again.airtime()).isEqualTo(new Airtime(BEGINS, null, null, null));
    }

    @Test
    void whatWasShownIsRecordedOnceNobodyTakesTheStopBack() {
        var shown = idle(shown());
        var regretted = BEGINS.plusSeconds(60).plus(Broadcast.SECOND_THOUGHTS);

        assertThat(shown.step(SLOT, regretted.minusMillis(1))).isEqualTo(ChannelStep.NONE);
        assertThat(shown.step(SLOT, regretted)).isEqualTo(ChannelStep.HARVEST);
    }

    @Test
    void aStopThatIsTakenBackWasNone() {
        var again = shown().started(SLOT, BEGINS.plusSeconds(62));

        assertThat(again.wanted()).isEqualTo(ChannelGoal.RUNNING);
        assertThat(again.airtime())
                .isEqualTo(new Airtime(BEGINS, BEGINS.plusSeconds(10), BEGINS.plusSeconds(10), null));
    }

    @Test
    void aStopThatIsTakenBackWhileItIsRecordedWasNone() {
        var recording = shown().harvesting(BEGINS.plusSeconds(75), Duration.ofMinutes(2));
        var delayed = recording.harvestDelayed(new Trouble("The disk is full.", true), BEGINS.plusSeconds(80));

        for (var stopped : List.of(recording, delayed)) {
            var again = stopped.started(SLOT, BEGINS.plusSeconds(90));

            assertThat(again.wanted()).isEqualTo(ChannelGoal.RUNNING);
            assertThat(again.harvest()).isEqualTo(HarvestState.NONE);
            assertThat(again.recording()).isNull();
            assertThat(again.trouble()).isNull();
            assertThat(again.airtime())
                    .isEqualTo(new Airtime(BEGINS, BEGINS.plusSeconds(10), BEGINS.plusSeconds(10), null));
            var whole = again.stopped(ENDS).harvesting(ENDS.plusSeconds(10), Duration.ofMinutes(2));
            assertThat(whole.recording()).isNotNull().isNotEqualTo(stopped.recording());
        }
    }

    @Test
    void aRehearsalThatIsStoppedAndStartedAtOnceIsTheSame() {
        var stopped = aBroadcast().started(SLOT, NOON).stopped(NOON.plusSeconds(60));
        var regretted = NOON.plusSeconds(60).plus(Broadcast.SECOND_THOUGHTS);

        assertThat(stopped.started(SLOT, regretted.minusMillis(1)).airtime())
                .isEqualTo(new Airtime(NOON, null, null, null));
        assertThat(stopped.started(SLOT, regretted).airtime()).isEqualTo(new Airtime(regretted, null, null, null));
    }

    @Test
    void startingAndStoppingTwiceIsAsOnce() {
        var started = aBroadcast().started(SLOT, NOON);
        assertThat(started.started(SLOT, NOON.plusSeconds(1))).isEqualTo(started);

        var stopped = started.stopped(NOON.plusSeconds(2));
        assertThat(stopped.stopped(NOON.plusSeconds(3))).isEqualTo(stopped);
    }

    @Test
    void whatIsOverIsNotStartedAgain() {
        var recorded = shown().harvesting(ENDS, Duration.ofMinutes(2)).harvested(ENDS);
        var late = ENDS.plus(SETTINGS.overrun());

        assertThatThrownBy(() -> recorded.started(SLOT, ENDS)).isInstanceOf(WrongState.class);
        assertThatThrownBy(() -> aBroadcast().started(SLOT, late)).isInstanceOf(WrongState.class);
        assertThatThrownBy(() -> aBroadcast().started(slot(true, true), NOON)).isInstanceOf(WrongState.class);
    }

    @Test
    void itIsStoppedAWhileAfterItsEvent() {
        var running = fed(aBroadcast().started(SLOT, BEGINS), ENDS.plus(Duration.ofMinutes(29)));

        assertThat(turn(running, ENDS.plus(SETTINGS.overrun()).minusMillis(1))).isNull();
        assertThat(turn(running, ENDS.plus(SETTINGS.overrun()))).isEqualTo(Turn.OVERRUN);
    }

    @Test
    void whatNobodyFeedsIsStopped() {
        var started = aBroadcast().started(SLOT, NOON);
        assertThat(turn(started, NOON.plus(SETTINGS.unfed()).minusMillis(1))).isNull();
        assertThat(turn(started, NOON.plus(SETTINGS.unfed()))).isEqualTo(Turn.UNFED);

        var lost = fed(aBroadcast().started(SLOT, BEGINS), ENDS.minusSeconds(600));
        var missed = ENDS.minusSeconds(600).plus(SETTINGS.unfed());
        assertThat(turn(lost, missed.minusMillis(1))).isNull();
        assertThat(turn(lost, missed)).isEqualTo(Turn.UNFED);
    }

    @Test
    void anEncoderMayComeBackAsLongAsItsEventLasts() {
        var ahead = aBroadcast().turned(Turn.AHEAD, SLOT, SLOT.from());
        var lost = fed(ahead, BEGINS.plusSeconds(600));

        assertThat(turn(ahead, SLOT.from().plus(SETTINGS.unfed()))).isNull();
        assertThat(turn(ahead, ENDS.minusMillis(1))).isNull();
        assertThat(turn(ahead, ENDS)).isEqualTo(Turn.UNFED);
        assertThat(turn(lost, ENDS.minusMillis(1))).isNull();
        assertThat(turn(lost, ENDS)).isEqualTo(Turn.UNFED);
    }

    @Test
    void whatIsCalledOffIsStoppedAndThenRemoved() {
        var running = aBroadcast().started(SLOT, NOON);
        var down = slot(false, true);

        assertThat(running.turn(down, SETTINGS, NOON)).contains(Turn.CALLED_OFF);
        var stopped = running.turned(Turn.CALLED_OFF, down, NOON);
        assertThat(stopped.wanted()).isEqualTo(ChannelGoal.IDLE);
        assertThat(stopped.turn(down, SETTINGS, NOON)).contains(Turn.OVER);
    }

    @Test
    void whoIsBehindSeesTheEndBeforeItIsRemoved() {
        var recorded = shown().harvesting(ENDS, Duration.ofMinutes(2)).harvested(ENDS);
        var stopped = BEGINS.plusSeconds(60);

        assertThat(recorded.over()).isTrue();
        assertThat(turn(recorded, stopped.plus(SETTINGS.linger()).minusMillis(1)))
                .isNull();
        assertThat(turn(recorded, stopped.plus(SETTINGS.linger()))).isEqualTo(Turn.OVER);
    }

    @Test
    void whoeverGoesOnWithARecordingMakesTheSame() {
        var first = shown().harvesting(ENDS, Duration.ofMinutes(2));

        assertThat(first.due()).contains(ENDS.plus(Duration.ofMinutes(2)));
        assertThat(first.harvesting(ENDS.plusSeconds(200), Duration.ofMinutes(2))
                        .recording())
                .isEqualTo(first.recording());
    }

    @Test
    void whatCannotBeSetGoingIsTriedLessAndLessOften() {
        var broadcast = aBroadcast();
        var last = Duration.ZERO;
        for (var attempt = 0; attempt < 6; attempt++) {
            broadcast = broadcast.stepped(ChannelStep.PROVISION, SLOT, NOON);
            var pause = Duration.between(NOON, broadcast.due().orElseThrow());
            assertThat(pause).isGreaterThan(last);
            last = pause;
        }

        var there = idle(broadcast);
        assertThat(there.attempts()).isZero();
    }

    @Test
    void whatWasLookedAtWithoutNewsIsNotUpdated() {
        var seen = fed(aBroadcast().started(SLOT, NOON), NOON.plusSeconds(2));
        var again = seen.seen(
                new ChannelStatus(
                        ChannelState.RUNNING,
                        new InputHealth(true, 2_100_000, FED.video(), FED.audio(), Set.of()),
                        null),
                SLOT,
                NOON.plusSeconds(4));

        assertThat(again.updatedAt()).isEqualTo(seen.updatedAt());
        assertThat(again.health().bitrate()).isEqualTo(2_100_000);
        assertThat(again.airtime().fedAt()).isEqualTo(NOON.plusSeconds(4));
    }

    @Test
    void nobodyReadsTheKeyInALog() {
        var broadcast = aBroadcast();

        assertThat(broadcast.toString()).doesNotContain(broadcast.streamKey().value());
        assertThat(broadcast.streamKey().is(broadcast.streamKey().value())).isTrue();
        assertThat(broadcast.streamKey().is(broadcast.streamKey().value() + "x"))
                .isFalse();
    }

    /** From the beginning of the event on for a minute. */
    private static Broadcast shown() {
        return fed(aBroadcast().started(SLOT, BEGINS), BEGINS.plusSeconds(10)).stopped(BEGINS.plusSeconds(60));
    }

    private static Broadcast fed(Broadcast broadcast, Instant when) {
        return broadcast.seen(new ChannelStatus(ChannelState.RUNNING, FED, null), SLOT, when);
    }

    private static Broadcast idle(Broadcast broadcast) {
        return broadcast.seen(ChannelStatus.of(ChannelState.IDLE), SLOT, BEGINS.plusSeconds(61));
    }

    private static @Nullable Turn turn(Broadcast broadcast, Instant now) {
        return broadcast.turn(SLOT, SETTINGS, now).orElse(null);
    }
}
