package foyer.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every origin of live pictures promises of its channels: how they are made, started, stopped and retired. */
public interface LiveChannelContract extends TriedLiveOrigin {
    @Test
    default void whatWasNeverMadeIsNone() {
        assertThat(trial().state(SomeBroadcasts.aBroadcast())).isEqualTo(ChannelState.DELETED);
    }

    @Test
    default void aChannelIsMadeOnce() {
        var broadcast = trial().made();
        origin().provision(broadcast);

        assertThat(trial().state(broadcast)).isEqualTo(ChannelState.IDLE);
        assertThat(origin().present())
                .filteredOn(present -> present.event().equals(broadcast.event()))
                .containsExactly(broadcast.ref());
    }

    @Test
    default void eachBroadcastIsFedWithItsOwnKey() {
        var one = trial().made();
        var other = trial().made();

        assertThat(origin().ingest(one).streamKey()).isEqualTo(one.streamKey());
        assertThat(origin().ingest(one)).isNotEqualTo(origin().ingest(other)).isEqualTo(origin().ingest(one));
    }

    @Test
    default void itPlaysWhereItsEventAndItsIdSay() {
        var broadcast = trial().made();

        assertThat(origin().playback(broadcast))
                .asString()
                .endsWith(broadcast.event().value() + "/live/" + broadcast.id().value() + "/master.m3u8");
    }

    @Test
    default void startedItRunsAndMissesAnEncoder() {
        var broadcast = trial().running();
        origin().start(broadcast);

        assertThat(trial().state(broadcast)).isEqualTo(ChannelState.RUNNING);
        assertThat(trial().input(broadcast).connected()).isFalse();
        assertThat(trial().input(broadcast).findings()).contains(InputFinding.NO_INPUT);
        assertThat(plays(broadcast)).isFalse();
    }

    @Test
    default void whatIsNotStartedTakesNothingIn() {
        var broadcast = trial().made();
        trial().whilePushing(broadcast, () -> {
            var then = now().plus(segment());
            trial().until(() -> !now().isBefore(then));

            assertThat(trial().input(broadcast).connected()).isFalse();
            assertThat(trial().state(broadcast)).isEqualTo(ChannelState.IDLE);
        });
    }

    @Test
    default void stoppedItIsIdleAndLetsTheEncoderGo() {
        var broadcast = trial().running();
        trial().whilePushing(broadcast, () -> {
            trial().until(() -> plays(broadcast));

            trial().stop(broadcast);
            origin().stop(broadcast);

            assertThat(trial().state(broadcast)).isEqualTo(ChannelState.IDLE);
            assertThat(trial().input(broadcast).connected()).isFalse();
            trial().until(() -> hasEnded(broadcast));
        });
    }

    @Test
    default void oneThatRunsCanBeRetired() {
        var broadcast = trial().running();
        trial().whilePushing(broadcast, () -> {
            trial().until(() -> trial().input(broadcast).connected());

            trial().retire(broadcast);
        });
        assertThat(origin().present()).doesNotContain(broadcast.ref());
    }

    @Test
    default void whatIsOnlyKnownToBeThereCanBeRetired() {
        var broadcast = trial().made();

        origin().retire(broadcast.ref());
        trial().until(() -> trial().state(broadcast) == ChannelState.DELETED);

        assertThat(origin().present()).isNotNull().doesNotContain(broadcast.ref());
    }

    @Test
    default void whatIsNoneCanBeStartedStoppedAndRetiredInVain() {
        var broadcast = SomeBroadcasts.aBroadcast();

        origin().start(broadcast);
        origin().stop(broadcast);
        origin().retire(broadcast);

        assertThat(trial().state(broadcast)).isEqualTo(ChannelState.DELETED);
    }
}
