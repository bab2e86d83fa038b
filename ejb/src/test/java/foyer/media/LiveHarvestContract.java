package foyer.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every origin of live pictures promises of the recordings that are made of them. */
public interface LiveHarvestContract extends TriedLiveOrigin {
    @Test
    default void aRecordingIsMadeOfTheTimeThatIsAskedForOnce() {
        var broadcast = trial().running();
        var came = trial().feed(broadcast, SOME_PICTURE);
        trial().stop(broadcast);
        var recording = RecordingId.fresh();

        var done = (Harvested.Done) trial().harvested(
                        broadcast, came.plus(segment()), came.plus(segment().multipliedBy(3)), recording);

        assertThat(done.length()).isBetween(segment(), segment().multipliedBy(3));
        assertThat(done.size()).isPositive();
        assertThat(plays(broadcast, recording)).isTrue();
        assertThat(trial().harvested(
                                broadcast,
                                came.plus(segment()),
                                came.plus(segment().multipliedBy(3)),
                                recording))
                .isEqualTo(done);
    }

    @Test
    default void ofATimeWithoutAPictureNothingIsMade() {
        var broadcast = trial().running();
        var before = now();
        trial().stop(broadcast);
        var recording = RecordingId.fresh();

        assertThat(trial().harvested(broadcast, before, now(), recording)).isInstanceOf(Harvested.Nothing.class);
        assertThat(plays(broadcast, recording)).isFalse();
    }

    @Test
    default void ofWhatIsRetiredTheRecordingIsLeft() {
        var broadcast = trial().running();
        var came = trial().feed(broadcast, SOME_PICTURE);
        trial().stop(broadcast);
        var recording = RecordingId.fresh();
        trial().harvested(broadcast, came, now(), recording);

        trial().retire(broadcast);
        origin().retire(broadcast);

        assertThat(origin().present()).doesNotContain(broadcast.ref());
        assertThat(plays(broadcast)).isFalse();
        assertThat(plays(broadcast, recording)).isTrue();
    }
}
