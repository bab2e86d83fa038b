package foyer.media;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.WrongState;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingChannelsTest {
    private final SomeLive some = new SomeLive();
    private final KeepingChannels keeping = new KeepingChannels();

    KeepingChannelsTest() {
        keeping.tending = some.tending;
        keeping.broadcasts = some.broadcasts;
        keeping.clock = some.clock;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatFailsIsLookedAtLessAndLessOften(boolean byMistake) {
        some.prepared();
        some.origin.trouble.fails(failure(byMistake));
        var last = Duration.ZERO;
        for (var attempt = 0; attempt < 6; attempt++) {
            keeping.lookAt(some.kept());

            var pause = Duration.between(some.clock.instant(), some.kept().due().orElseThrow());
            assertThat(pause).isGreaterThan(last);
            some.clock.pass(pause);
            last = pause;
        }
        assertThat(some.kept().trouble()).isNotNull();

        some.origin.trouble.fails(null);
        keeping.lookAt(some.kept());
        some.pass(Duration.ofMinutes(1));
        assertThat(some.kept().trouble()).isNull();
        assertThat(some.kept().attempts()).isZero();
    }

    @Test
    void whatSomebodyChangedMeanwhileIsNotPutOff() {
        some.prepared();
        var before = some.kept();
        some.origin.trouble.fails(() -> {
            some.broadcasting.start(some.event.id());
            return new IllegalStateException("The origin has a bug.");
        });

        keeping.lookAt(before);

        assertThat(some.kept().due()).contains(some.clock.instant());
        assertThat(some.kept().wanted()).isEqualTo(ChannelGoal.RUNNING);
    }

    @Test
    void whereThereCanBeNoChannelsNothingIsLookedAt() {
        some.prepared();
        var stray = SomeBroadcasts.aBroadcast();
        some.origin.provision(stray);
        some.origin.trouble.lacks("There is no ffmpeg.");
        var before = some.kept();

        keeping.goRound();
        some.tending.removeStrays();
        some.tending.removeStrays();

        assertThat(some.kept()).isEqualTo(before);
        assertThat(some.origin.present()).contains(stray.ref());
    }

    private static Supplier<RuntimeException> failure(boolean byMistake) {
        return () -> byMistake ? new IllegalStateException("The origin has a bug.") : new WrongState("It cannot be.");
    }
}
