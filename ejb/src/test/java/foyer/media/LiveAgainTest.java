package foyer.media;

import static foyer.event.SomeEvents.END;
import static foyer.event.SomeEvents.replanned;
import static foyer.media.SomeBroadcasts.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.VersionConflict;
import foyer.shared.WrongState;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What an event plays that was live already, or that plays something else as well. */
class LiveAgainTest {
    private static final String UPLOAD = "https://elsewhere.example.com/upload.m3u8";

    private final SomeLive some = new SomeLive();

    @Test
    void afterOneThatIsOverAnotherIsPrepared() {
        var first = some.shown();
        some.pass(Duration.ofSeconds(30));
        some.recordings.of(some.event.id()).forEach(some.recordings::remove);

        var next = some.prepare();
        some.tending.removeStrays();
        some.tending.removeStrays();

        assertThat(next.preparedNow()).isTrue();
        assertThat(next.stream().broadcast().id()).isNotEqualTo(first.id());
        assertThat(some.origin.present())
                .containsExactly(next.stream().broadcast().ref());
    }

    @Test
    void aMistakenStopIsTakenBackWhileTheRecordingIsMade() {
        some.shown();
        some.origin.harvests(Harvested.Running::new);
        some.pass(Duration.ofSeconds(20));
        assertThat(some.kept().harvest()).isEqualTo(HarvestState.HARVESTING);
        some.origin.harvests(null);

        some.broadcasting.start(some.event.id());
        some.pass(Duration.ofMinutes(1));
        assertThat(some.kept().state()).isEqualTo(ChannelState.RUNNING);
        some.broadcasting.stop(some.event.id());
        some.pass(Duration.ofSeconds(30));

        assertThat(some.recorded()).hasSize(1);
        assertThat(some.recorded().get(0).length()).isBetween(Duration.ofSeconds(105), Duration.ofSeconds(125));
    }

    @Test
    void whatWasBegunOfARecordingIsDeletedOnceItsMakingHasEndedThoughTheStopWasTakenBack() {
        some.shown();
        some.origin.harvests(Harvested.Running::new);
        some.pass(Duration.ofSeconds(20));
        var begun = Objects.requireNonNull(some.kept().recording());

        some.broadcasting.start(some.event.id());

        var left = some.recordings.find(some.event.id(), begun).orElseThrow();
        assertThat(left.state()).isEqualTo(RecordingState.DELETING);
        assertThat(left.upload().ofWhatWasLive()).isTrue();
        assertThat(some.recordings.due(some.clock.instant(), 10)).isEmpty();
        assertThat(some.recordings.due(some.clock.instant().plus(LeavingOff.SURELY_ENDED), 10))
                .containsExactly(left);
        assertThat(some.kept().recording()).isNull();
    }

    /** Who dies right after the write leaves no more to be done by anybody. */
    @Test
    void thatItIsToBeDeletedIsInTheWriteThatNamesItNoMore() {
        some.shown();
        some.origin.harvests(Harvested.Running::new);
        some.pass(Duration.ofSeconds(20));
        var before = some.kept();
        var begun = Objects.requireNonNull(before.recording());
        var made = SomeRecordings.ofWhatWasLive(some.event.id(), begun, Duration.ofMinutes(1));
        // Somebody is done with it between the look and the write, of which then nothing is done, and it is looked
        // again.
        some.broadcasts.beforeTheNextChange(() -> some.recordings.add(made));

        some.broadcasting.start(some.event.id());

        assertThat(some.kept().version()).isEqualTo(before.version() + 1);
        assertThat(some.recordings.find(some.event.id(), begun).orElseThrow())
                .isEqualTo(made.beingRemoved(some.clock.instant(), SomeRecordings.LEASE));
    }

    @Test
    void aRecordingThatWasShownByOneWhoDiedBeforeItsStopWasTakenBackIsWithdrawnToo() {
        some.shown();
        var live = some.origin.playback(some.kept()).toString();
        some.broadcasts.beforeTheChangeTo(HarvestState.COMPLETE, () -> {
            throw new IllegalStateException("The node died.");
        });
        assertThatThrownBy(() -> some.pass(Duration.ofSeconds(20))).hasMessage("The node died.");
        var shown = some.recorded().get(0);
        assertThat(some.keptEvent().manifestUrl())
                .contains(some.library.playback(shown).manifest().toString());

        some.broadcasting.start(some.event.id());
        some.pass(SomeRecordings.LEASE);
        some.recordings.due(some.clock.instant(), 10).forEach(some.transcoding::lookAt);

        assertThat(some.recordings.of(some.event.id())).isEmpty();
        assertThat(some.keptEvent().manifestUrl()).contains(live);
        assertThat(some.kept().state()).isEqualTo(ChannelState.RUNNING);
    }

    @Test
    void aRecordingThatIsDoneAsItsStopIsTakenBackIsWithdrawn() {
        some.shown();
        var live = some.origin.playback(some.kept()).toString();
        some.origin.harvests(() -> {
            some.broadcasting.start(some.event.id());
            return new Harvested.Done(Duration.ofSeconds(58), 1_000);
        });
        assertThatThrownBy(() -> some.pass(Duration.ofSeconds(20))).isInstanceOf(VersionConflict.class);

        assertThat(some.recordings.of(some.event.id())).isEmpty();
        assertThat(some.keptEvent().manifestUrl()).contains(live);
        some.pass(Duration.ofSeconds(10));
        assertThat(some.kept().state()).isEqualTo(ChannelState.RUNNING);
    }

    @Test
    void aRecordingThatIsThereIsNotReplacedByAnEmptyChannel() {
        some.shown();
        some.pass(Duration.ofSeconds(30));
        var plays = some.keptEvent().manifestUrl();

        assertThatThrownBy(() -> some.prepare()).isInstanceOf(WrongState.class).hasMessageContaining("recording");

        assertThat(some.keptEvent().manifestUrl()).isEqualTo(plays);
        assertThat(some.kept().made()).isPresent();
    }

    @Test
    void anEventThatIsMovedToAfterItsRecordingMayBeShownLiveAgain() {
        some.shown();
        some.pass(Duration.ofSeconds(30));
        var plays = some.keptEvent().manifestUrl();
        some.events.replace(some.keptEvent(), replanned(some.keptEvent(), "endsAt", "2030-05-02T22:00:00"));
        some.events.replace(some.keptEvent(), replanned(some.keptEvent(), "startsAt", "2030-05-02T20:00:00"));

        var next = some.prepare();

        assertThat(next.preparedNow()).isTrue();
        assertThat(next.stream().broadcast().displaced()).isEqualTo(plays.orElseThrow());
    }

    @Test
    void whatTheEventPlayedBeforeItPlaysAgainIfNobodyFedTheStream() {
        some.broadcasting.screening.show(some.event.id(), UPLOAD);
        some.prepared();
        assertThat(some.kept().displaced()).isEqualTo(UPLOAD);
        some.prepared();

        some.passUntil(END.plus(SETTINGS.overrun()).plusSeconds(20));

        assertThat(some.origin.present()).isEmpty();
        assertThat(some.keptEvent().manifestUrl()).contains(UPLOAD);
    }

    @Test
    void whatWasChosenSinceThePreparationIsWhatIsPlayedAgain() {
        some.prepared();
        some.broadcasting.screening.show(some.event.id(), UPLOAD);

        var again = some.prepared();

        assertThat(again.displaced()).isEqualTo(UPLOAD);
        assertThat(some.keptEvent().manifestUrl())
                .contains(some.origin.playback(again).toString());
    }

    @Test
    void afterOneThatShowedNothingTheNextKnowsWhatWasBeforeBoth() {
        some.broadcasting.screening.show(some.event.id(), UPLOAD);
        some.shown();
        some.origin.harvests(Harvested.Nothing::new);
        some.pass(Duration.ofSeconds(30));

        var next = some.prepare();

        assertThat(next.preparedNow()).isTrue();
        assertThat(next.stream().broadcast().displaced()).isEqualTo(UPLOAD);
    }

    @Test
    void aRecordingThatIsMadeDuringThePreparationStays() {
        some.shown();
        some.broadcasting.screening.show(some.event.id(), UPLOAD);
        some.broadcasting.origin = (LiveOrigin) Proxy.newProxyInstance(
                LiveOrigin.class.getClassLoader(), new Class<?>[] {LiveOrigin.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("provision")) {
                        some.pass(Duration.ofSeconds(30));
                    }
                    return method.invoke(some.origin, arguments);
                });

        assertThatThrownBy(() -> some.prepare()).isInstanceOf(WrongState.class);

        assertThat(some.kept().made()).isPresent();
        assertThat(some.keptEvent().manifestUrl()).contains(UPLOAD);
    }
}
