package foyer.media;

import static foyer.event.SomeEvents.END;
import static foyer.event.SomeEvents.START;
import static foyer.event.SomeEvents.archived;
import static foyer.media.SomeBroadcasts.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.EventId;
import foyer.shared.Fields;
import foyer.shared.NotFound;
import foyer.shared.WrongState;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BroadcastingTest {
    private final SomeLive some = new SomeLive();

    @Test
    void aPreparedStreamIsWhatTheEventPlays() {
        var prepared = some.prepare();

        assertThat(prepared.preparedNow()).isTrue();
        assertThat(prepared.stream().ingest())
                .isEqualTo(some.origin.ingest(prepared.stream().broadcast()));
        assertThat(some.keptEvent().manifestUrl())
                .contains(String.valueOf(prepared.stream().manifest()));
        assertThat(prepared.stream().broadcast().startsAt()).isEqualTo(START.minus(SETTINGS.lead()));
    }

    @Test
    void preparingAgainIsTheSameStream() {
        var first = some.prepare();
        some.broadcasting.screening.showInstead(
                some.event.id(), String.valueOf(first.stream().manifest()), null);

        var again = some.prepare();

        assertThat(again.preparedNow()).isFalse();
        assertThat(again.stream()).isEqualTo(first.stream());
        assertThat(some.origin.present()).hasSize(1);
        assertThat(some.keptEvent().manifestUrl())
                .contains(String.valueOf(first.stream().manifest()));
    }

    @Test
    void whatComesInIsSeenInASmallPictureAsLongAsItDoes() {
        var prepared = some.prepared();
        assertThatThrownBy(() -> some.broadcasting.thumbnail(some.event.id())).isInstanceOf(NotFound.class);
        some.broadcasting.start(some.event.id());
        some.origin.push(prepared.streamKey());
        some.pass(Duration.ofSeconds(20));

        assertThat(some.broadcasting.thumbnail(some.event.id())).isNotEmpty();

        some.broadcasting.stop(some.event.id());
        some.pass(Duration.ofSeconds(20));
        assertThatThrownBy(() -> some.broadcasting.thumbnail(some.event.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void startAndStopSayWhatShouldBe() {
        some.prepared();

        assertThat(some.broadcasting.start(some.event.id()).broadcast().wanted())
                .isEqualTo(ChannelGoal.RUNNING);
        assertThat(some.broadcasting.stop(some.event.id()).broadcast().wanted()).isEqualTo(ChannelGoal.IDLE);
        assertThat(some.broadcasting.find(some.event.id()).broadcast()).isEqualTo(some.kept());
    }

    @Test
    void ofWhatIsOverTheRecordingIsTold() {
        some.shown();
        some.pass(Duration.ofSeconds(30));

        var over = some.broadcasting.find(some.event.id());

        assertThat(over.ingest()).isNull();
        assertThat(over.broadcast().made()).isPresent();
        assertThatThrownBy(() -> some.broadcasting.start(some.event.id()))
                .isInstanceOf(WrongState.class)
                .hasMessageContaining("over");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var event = some.event.id();

        assertThatThrownBy(() -> some.broadcasting.prepare(EventId.fresh(), Fields.of(Map.of())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> some.broadcasting.find(event)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> some.broadcasting.start(event)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> some.broadcasting.stop(event)).isInstanceOf(NotFound.class);
    }

    @Test
    void anArchivedEventHasNoStream() {
        some.events.replace(some.keptEvent(), archived(some.keptEvent(), some.clock.instant()));

        assertThatThrownBy(() -> some.prepare()).isInstanceOf(WrongState.class).hasMessageContaining("archived");
    }

    @Test
    void forAnEventThatIsLongOverNothingIsPrepared() {
        some.clock.pass(Duration.between(some.clock.instant(), END.plus(SETTINGS.overrun())));

        assertThatThrownBy(() -> some.prepare()).isInstanceOf(WrongState.class);
        assertThat(some.broadcasts.find(some.event.id())).isEmpty();
    }

    @Test
    void whatTheDeploymentLacksIsSaid() {
        some.origin.trouble.lacks("There is no ffmpeg.");

        assertThatThrownBy(() -> some.prepare()).isInstanceOf(WrongState.class).hasMessage("There is no ffmpeg.");
    }
}
