package foyer.media;

import static foyer.event.SomeEvents.END;
import static foyer.event.SomeEvents.START;
import static foyer.event.SomeEvents.archived;
import static foyer.media.SomeBroadcasts.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.KeptLines;
import foyer.shared.VersionConflict;
import java.time.Duration;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class TendingTest {
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private final SomeLive some = new SomeLive();

    @Test
    void aChannelRunsAheadOfItsEventAndStopsAfterIt() {
        some.prepared();
        some.pass(A_WHILE);
        assertThat(some.kept().state()).isEqualTo(ChannelState.IDLE);

        some.passUntil(START.minus(SETTINGS.lead()).plus(A_WHILE));
        assertThat(some.kept().state()).isEqualTo(ChannelState.RUNNING);

        some.origin.push(some.kept().streamKey());
        some.passUntil(END.plus(SETTINGS.overrun()).plusSeconds(6));
        assertThat(some.kept().state()).isEqualTo(ChannelState.IDLE);
    }

    @Test
    void ofWhatNobodyFedNothingIsLeft() {
        some.prepared();

        some.passUntil(END.plus(SETTINGS.overrun()).plus(A_WHILE));

        assertThat(some.origin.present()).isEmpty();
        assertThat(some.kept().due()).isEmpty();
        assertThat(some.kept().made()).isEmpty();
        assertThat(some.keptEvent().manifestUrl()).isEmpty();
    }

    @Test
    void whatDiedIsMadeAndStartedAgain() {
        var prepared = some.prepared();
        some.broadcasting.start(some.event.id());
        some.pass(A_WHILE);

        some.origin.lose(prepared);
        some.pass(A_WHILE);

        assertThat(some.kept().state()).isEqualTo(ChannelState.RUNNING);
        assertThat(some.origin.status(prepared).state()).isEqualTo(ChannelState.RUNNING);
    }

    @Test
    void whatCannotBeMadeSaysWhyUntilItCan() {
        some.origin.trouble.cannotMake(new Trouble("There is no ffmpeg.", true));
        some.prepared();
        some.pass(A_WHILE);
        assertThat(some.kept().state()).isEqualTo(ChannelState.CREATE_FAILED);
        assertThat(some.kept().trouble()).isEqualTo(new Trouble("There is no ffmpeg.", true));

        some.origin.trouble.cannotMake(null);
        some.pass(Duration.ofMinutes(5));
        assertThat(some.kept().state()).isEqualTo(ChannelState.IDLE);
        assertThat(some.kept().trouble()).isNull();
    }

    @Test
    void howItIsFedIsSeen() {
        var prepared = some.prepared();
        some.broadcasting.start(some.event.id());
        some.pass(A_WHILE);
        assertThat(some.kept().health().findings()).containsExactly(InputFinding.NO_INPUT);

        some.origin.push(prepared.streamKey());
        some.pass(A_WHILE);
        assertThat(some.kept().health().video()).isEqualTo("640x360 25 fps h264");

        some.origin.leave(prepared.streamKey());
        some.pass(A_WHILE);
        assertThat(some.kept().health().findings()).containsExactly(InputFinding.INPUT_LOST);
    }

    @Test
    void anEventThatIsTakenDownStopsItsChannel() {
        some.prepared();
        some.broadcasting.start(some.event.id());
        some.pass(A_WHILE);

        some.events.replace(some.keptEvent(), archived(some.keptEvent(), some.clock.instant()));
        some.pass(A_WHILE);

        assertThat(some.origin.present()).isEmpty();
        assertThat(some.kept().due()).isEmpty();
    }

    @Test
    void aStopIsCarriedOutWhileNobodySeesHowTheChannelStands() {
        some.prepared();
        some.broadcasting.start(some.event.id());
        some.pass(A_WHILE);
        some.origin.trouble.blind(true);
        some.broadcasting.stop(some.event.id());
        some.pass(A_WHILE);

        some.origin.trouble.blind(false);
        some.origin.status(some.kept());
        assertThat(some.origin.status(some.kept()).state()).isEqualTo(ChannelState.IDLE);
    }

    @Test
    void whatWasStartedAndNeverSeenToRunIsStoppedToo() {
        var prepared = some.prepared();
        some.pass(A_WHILE);
        some.broadcasting.start(some.event.id());
        some.pass(Duration.ofSeconds(2));
        assertThat(some.kept().state()).isEqualTo(ChannelState.IDLE);
        some.origin.trouble.blind(true);
        some.broadcasting.stop(some.event.id());
        some.pass(A_WHILE);

        some.origin.trouble.blind(false);
        assertThat(some.origin.status(prepared).state()).isEqualTo(ChannelState.STOPPING);
    }

    @Test
    void anOverrunEndsAChannelThatNobodySees() {
        some.prepared();
        some.passUntil(START);
        some.origin.push(some.kept().streamKey());
        some.passUntil(END);
        some.origin.trouble.blind(true);
        some.passUntil(END.plus(SETTINGS.overrun()).plus(A_WHILE));
        assertThat(some.kept().wanted()).isEqualTo(ChannelGoal.IDLE);

        some.origin.trouble.blind(false);
        some.pass(A_WHILE);
        assertThat(some.kept().state()).isEqualTo(ChannelState.IDLE);
    }

    @Test
    void nobodyIsMissedWhileItIsNotKnownWhoIsThere() {
        some.prepared();
        some.broadcasting.start(some.event.id());
        some.pass(A_WHILE);
        some.origin.trouble.unknown(true);
        some.pass(SETTINGS.unfed().plus(A_WHILE));
        assertThat(some.kept().wanted()).isEqualTo(ChannelGoal.RUNNING);
        assertThat(some.kept().trouble()).isEqualTo(new Trouble("Nobody knows.", true));

        some.broadcasting.stop(some.event.id());
        some.pass(A_WHILE);
        assertThat(some.kept().state()).isEqualTo(ChannelState.IDLE);
        assertThat(some.kept().trouble()).isNull();
    }

    @Test
    void whatWasDecidedMeanwhileIsNotUndone() {
        some.prepared();
        var before = some.kept();
        some.broadcasting.start(some.event.id());
        some.pass(A_WHILE);
        var running = some.kept();

        some.tending.lookAt(before);

        assertThat(some.kept()).isEqualTo(running);
        assertThatThrownBy(() -> some.broadcasts.replace(before, before.stopped(some.clock.instant())))
                .isInstanceOf(VersionConflict.class);
    }

    @Test
    void theLogSaysWhyEachStepOfALifeWasTaken() {
        try (var kept = new KeptLines(Logger.getLogger(Tending.class.getName()))) {
            some.shown();
            some.pass(Duration.ofMinutes(20));

            assertThat(kept.lines().stream().map(LogRecord::getMessage))
                    .contains(
                            "A channel is started.",
                            "A channel is stopped.",
                            "A channel is removed.",
                            "A channel is gone.");
            assertThat(kept.lines())
                    .allSatisfy(line ->
                            assertThat(String.valueOf(line.getParameters()[0])).containsPattern("why=[^,}]+"));
        }
    }
}
