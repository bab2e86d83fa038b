package foyer.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundsTest {
    private final Rounds rounds = Rounds.of(RoundsTest.class, "It goes on once the store answers.");
    private final AtomicInteger gone = new AtomicInteger();

    static Stream<RuntimeException> whatGoesWrong() {
        return Stream.of(
                new Unavailable("The store does not answer.", Duration.ofSeconds(1)),
                new WrongState("This is over."),
                new IllegalStateException("a bug"));
    }

    @ParameterizedTest
    @MethodSource("whatGoesWrong")
    void whateverGoesWrongTheNextOneComes(RuntimeException wrong) {
        for (var time = 0; time < 3; time++) {
            assertThatCode(() -> rounds.next(() -> {
                        gone.incrementAndGet();
                        throw wrong;
                    }))
                    .doesNotThrowAnyException();
        }

        assertThat(gone).hasValue(3);
    }

    @Test
    void oneIsLeftOutWhileTheLastOneStillGoes() {
        rounds.next(() -> rounds.next(gone::incrementAndGet));
        assertThat(gone).hasValue(0);

        rounds.next(gone::incrementAndGet);
        assertThat(gone).hasValue(1);
    }

    @Test
    void asManyGoAtOnceAsMay() {
        var two = Rounds.of(RoundsTest.class, "later", 2);
        List<Runnable> started = new ArrayList<>();

        for (var time = 0; time < 3; time++) {
            two.next(started::add, gone::incrementAndGet);
        }
        assertThat(started).hasSize(2);

        started.forEach(Runnable::run);
        two.next(started::add, gone::incrementAndGet);
        assertThat(started).hasSize(3);
        assertThat(gone).hasValue(2);
    }

    @Test
    void oneThatIsNotTakenUpLeavesItsPlaceToTheNext() {
        assertThatCode(() -> rounds.next(
                        any -> {
                            throw new RejectedExecutionException("the server stops");
                        },
                        gone::incrementAndGet))
                .doesNotThrowAnyException();

        rounds.next(gone::incrementAndGet);
        assertThat(gone).hasValue(1);
    }

    @Test
    void whoeverIsInterruptedStaysSo() {
        rounds.next(() -> {
            throw new InterruptedException();
        });

        assertThat(Thread.interrupted()).isTrue();
    }
}
