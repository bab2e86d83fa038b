package foyer.token;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every keeper of the ring promises; each test begins with none. */
public interface KeyRingsContract {
    KeyRings noRingYet();

    @Test
    default void beforeTheFirstTheRingIsEmpty() {
        assertThat(noRingYet().current()).isEqualTo(KeyRing.EMPTY);
    }

    @Test
    default void aRingComesBackAsItWasStored() {
        var rings = noRingYet();
        var first = KeyRing.EMPTY.turned(SettableClock.NOON, SomeTokens.OURS);
        var second = first.turned(SettableClock.NOON.plus(Duration.ofDays(30)), SomeTokens.OURS);

        assertThat(rings.succeed(first)).isTrue();
        assertThat(rings.current()).isEqualTo(first);
        assertThat(rings.succeed(second)).isTrue();
        assertThat(rings.current()).isEqualTo(second);
    }

    @Test
    default void aRingSucceedsTheVersionBeforeItOnly() {
        var rings = noRingYet();
        var first = KeyRing.EMPTY.turned(SettableClock.NOON, SomeTokens.OURS);
        var second = first.turned(SettableClock.NOON.plus(Duration.ofDays(30)), SomeTokens.OURS);

        assertThat(rings.succeed(second)).isFalse();
        assertThat(rings.succeed(first)).isTrue();
        assertThat(rings.succeed(first)).isFalse();
    }

    @Test
    default void ofEightNodesThatStartAtOnceOneMakesTheFirstKey() throws Exception {
        var rings = noRingYet();
        var nodes = Executors.newFixedThreadPool(8);
        try {
            var starts = new ArrayList<Callable<Boolean>>();
            for (var node = 0; node < 8; node++) {
                starts.add(() -> rings.succeed(KeyRing.EMPTY.turned(SettableClock.NOON, SomeTokens.OURS)));
            }
            var won = 0;
            for (var start : nodes.invokeAll(starts)) {
                won += start.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            nodes.shutdown();
        }
    }
}
