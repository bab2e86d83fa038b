package foyer.event;

import static foyer.event.SomeEvents.LONG_BEFORE;
import static foyer.event.SomeEvents.aPublishedEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.Alongside;
import foyer.shared.Outgoing;
import foyer.shared.Page;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many who ask for an event at once, of a store that takes its time. */
class RecentEventsAtOnceTest {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration STALE = Duration.ofSeconds(60);

    private final Event event = aPublishedEvent();
    private final SettableClock clock = new SettableClock(LONG_BEFORE);
    private final SlowEvents slow = new SlowEvents(event);
    private final RecentEvents recent = recent(slow);
    private final ExecutorService pool = Executors.newCachedThreadPool();

    @AfterEach
    void letGo() {
        slow.release();
        pool.shutdownNow();
    }

    @Test
    void theOthersAreServedWhileOneReadsAnew() throws Exception {
        recent.find(event.id());
        clock.pass(FRESH);
        slow.hold();
        var reader = pool.submit(() -> recent.find(event.id()));
        slow.awaitReader();

        assertThat(recent.find(event.id())).contains(event);
        assertThat(reader.isDone()).isFalse();

        slow.release();
        assertThat(reader.get(10, TimeUnit.SECONDS)).contains(event);
    }

    @Test
    void ofManyWhoAskForWhatNobodyKnowsNoneWaitsForTheFailuresOfAllOthers() throws Exception {
        var failing = recent(new SlowEvents(event).failingAfter(Duration.ofMillis(300)));
        var started = System.nanoTime();
        var callers = twentyWhoAsk(failing);

        for (var caller : callers) {
            assertThatThrownBy(() -> caller.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(Unavailable.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void ofManyWhoAskForWhatNobodyKnowsOneReadsForAll() throws Exception {
        slow.hold();
        var callers = twentyWhoAsk(recent);
        slow.awaitReader();

        slow.release();

        for (var caller : callers) {
            assertThat(caller.get(10, TimeUnit.SECONDS)).contains(event);
        }
        assertThat(slow.readings()).isEqualTo(1);
    }

    @Test
    void nobodyWhoForgetsWaitsForWhoeverReadsAndWhatTheseReadIsNotKept() throws Exception {
        slow.hold();
        var reader = pool.submit(() -> recent.find(event.id()));
        slow.awaitReader();

        pool.submit(() -> recent.forget(event.id())).get(5, TimeUnit.SECONDS);
        assertThat(reader.isDone()).isFalse();
        slow.release();

        assertThat(reader.get(10, TimeUnit.SECONDS)).contains(event);
        assertThat(recent.remembered(event.id())).isEmpty();
    }

    private List<Future<Optional<Event>>> twentyWhoAsk(RecentEvents among) {
        return IntStream.range(0, 20)
                .mapToObj(caller -> pool.submit(() -> among.find(event.id())))
                .toList();
    }

    private RecentEvents recent(Events from) {
        return new RecentEvents(from, new EventSettings(FRESH, STALE, 1_000_000), clock);
    }

    /** A store whose answers can be held back. */
    private static final class SlowEvents implements Events {
        private final Event event;
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch answered = new CountDownLatch(1);
        private final AtomicInteger readings = new AtomicInteger();
        private volatile boolean holding;
        private volatile Duration failing = Duration.ZERO;

        private SlowEvents(Event event) {
            this.event = event;
        }

        void hold() {
            holding = true;
        }

        SlowEvents failingAfter(Duration silence) {
            failing = silence;
            return this;
        }

        int readings() {
            return readings.get();
        }

        void awaitReader() throws InterruptedException {
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        }

        void release() {
            answered.countDown();
        }

        @Override
        public Optional<Event> find(EventId id) {
            readings.incrementAndGet();
            if (!failing.isZero()) {
                LockSupport.parkNanos(failing.toNanos());
                throw new Unavailable("The store is silent.", Duration.ofSeconds(1));
            }
            if (holding) {
                asked.countDown();
                try {
                    assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            }
            return Optional.of(event);
        }

        @Override
        public void add(Event added) {}

        @Override
        public void replace(Event before, Event after, Alongside alongside, Outgoing... news) {}

        @Override
        public List<EventId> atVimeo(VimeoId number) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Event> list(EventQuery query, Instant now) {
            throw new UnsupportedOperationException();
        }
    }
}
