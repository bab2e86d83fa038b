package foyer.shared;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadTogetherTest {
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();
    private static final Set<Thread.State> STANDING = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final ExecutorService people = Executors.newCachedThreadPool();
    private final AtomicInteger kept = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final ReadTogether<String, Integer> together = new ReadTogether<>(this::read, Duration.ofNanos(PATIENCE));
    private final List<Thread> readers = new ArrayList<>();

    @AfterEach
    void everybodyGoes() {
        mayEnd.release(1_000);
        people.shutdownNow();
    }

    @Test
    void whoComesOnceAReadHasBegunGetsANewerOne() throws Exception {
        kept.set(1);
        var first = reader("seats");
        begun.acquire();
        kept.set(2);
        var second = reader("seats");
        waiting(2);

        mayEnd.release(2);

        assertThat(first.get()).isEqualTo(1);
        assertThat(second.get()).isEqualTo(2);
    }

    @Test
    void allWhoComeWhileOneIsReadShareTheNext() throws Exception {
        var first = reader("seats");
        begun.acquire();
        var others = readers("seats", 20);
        waiting(21);
        kept.set(7);

        mayEnd.release(2);

        first.get();
        for (var other : others) {
            assertThat(other.get()).isEqualTo(7);
        }
        assertThat(reads).hasValue(2);
    }

    @Test
    void ofOneKeyThereIsOneReadAtATimeAndAnotherKeyWaitsForNone() throws Exception {
        var first = reader("seats");
        begun.acquire();
        var second = reader("seats");
        waiting(2);
        assertThat(reads).hasValue(1);

        var another = reader("another event's seats");
        begun.acquire();

        assertThat(reads).hasValue(2);
        mayEnd.release(3);
        assertThat(another.get()).isEqualTo(first.get()).isEqualTo(second.get());
    }

    @Test
    void aReadThatFailsFailsForThoseWhoWaitedForItAndForNobodyAfterThem() throws Exception {
        kept.set(-1);
        var first = reader("seats");
        begun.acquire();
        var second = reader("seats");
        waiting(2);
        kept.set(3);
        mayEnd.release(2);

        assertThatThrownBy(first::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(Unavailable.class);
        assertThat(second.get()).isEqualTo(3);
        mayEnd.release();
        assertThat(together.read("seats")).isEqualTo(3);
        assertThat(reads).hasValue(3);
    }

    @Test
    void whoWaitsForAReadThatHangsIsRefusedAndWhoComesThenDoesNotWait() throws Exception {
        var hasty = new ReadTogether<String, Integer>(this::read, Duration.ofMillis(50));
        kept.set(1);
        var hanging = people.submit((Callable<Integer>) () -> hasty.read("seats"));
        begun.acquire();

        assertThatThrownBy(() -> hasty.read("seats")).isInstanceOf(Unavailable.class);

        for (var comer = 0; comer < 5; comer++) {
            assertThatThrownBy(() -> hasty.read("seats")).isInstanceOf(Unavailable.class);
        }
        assertThat(reads).as("there is one read at a time").hasValue(1);
        mayEnd.release(2);
        assertThat(hanging.get()).as("who reads hears it").isEqualTo(1);
        kept.set(2);
        assertThat(hasty.read("seats")).as("it is over").isEqualTo(2);
    }

    @Test
    void eachIsGivenTheirOwnRefusal() throws Exception {
        var first = reader("seats");
        begun.acquire();
        kept.set(-1);
        var second = reader("seats");
        var third = reader("seats");
        waiting(3);
        mayEnd.release(2);
        first.get();

        assertThat(refusalOf(second)).isNotSameAs(refusalOf(third));
    }

    private static Throwable refusalOf(Future<Integer> reader) {
        return requireNonNull(
                catchThrowableOfType(ExecutionException.class, reader::get).getCause());
    }

    /** What is kept when the read begins, told when it ends. */
    private int read(String key) {
        reads.incrementAndGet();
        var seen = kept.get();
        begun.release();
        mayEnd.acquireUninterruptibly();
        if (seen < 0) {
            throw new Unavailable("The store is busy.", Duration.ofSeconds(1));
        }
        return seen;
    }

    private Future<Integer> reader(String key) {
        return people.submit((Callable<Integer>) () -> {
            synchronized (readers) {
                readers.add(Thread.currentThread());
            }
            return together.read(key);
        });
    }

    private List<Future<Integer>> readers(String key, int many) {
        var all = new ArrayList<Future<Integer>>();
        for (var one = 0; one < many; one++) {
            all.add(reader(key));
        }
        return all;
    }

    /** Until so many stand still. */
    private void waiting(int many) {
        until(() -> {
            synchronized (readers) {
                return readers.size() == many
                        && readers.stream().allMatch(reader -> STANDING.contains(reader.getState()));
            }
        });
    }

    private static void until(BooleanSupplier met) {
        var deadline = System.nanoTime() + PATIENCE;
        while (!met.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Nothing came of it.");
            }
            Thread.onSpinWait();
        }
    }
}
