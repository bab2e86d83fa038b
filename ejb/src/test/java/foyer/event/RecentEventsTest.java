package foyer.event;

import static foyer.event.SomeEvents.LONG_BEFORE;
import static foyer.event.SomeEvents.aDraft;
import static foyer.event.SomeEvents.aPublishedEvent;
import static foyer.event.SomeEvents.renamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.Alongside;
import foyer.shared.NotFound;
import foyer.shared.Outgoing;
import foyer.shared.Page;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration STALE = Duration.ofSeconds(60);

    private final EventsInMemory events = new EventsInMemory();
    private final SettableClock clock = new SettableClock(LONG_BEFORE);
    private final RecentEvents recent = recent(events);
    private final Event event = aPublishedEvent();

    @Test
    void asksTheStoreOnceWhileWhatItKnowsIsFresh() {
        events.add(event);

        recent.find(event.id());
        clock.pass(FRESH.minusMillis(1));

        assertThat(recent.find(event.id())).contains(event);
        assertThat(events.readings()).isEqualTo(1);
    }

    @Test
    void seesWhatOtherNodesChangedAfterSeconds() {
        events.add(event);
        recent.find(event.id());
        var after = renamed(event, "Another");
        events.replace(event, after);

        clock.pass(FRESH);

        assertThat(recent.find(event.id())).contains(after);
    }

    @Test
    void seesWhatThisNodeChangedAtOnce() {
        events.add(event);
        recent.find(event.id());
        var after = renamed(event, "Another");
        events.replace(event, after);

        recent.forget(event.id());

        assertThat(recent.find(event.id())).contains(after);
    }

    @Test
    void remembersForAWhileThatThereIsNothing() {
        IntStream.range(0, 100).forEach(call -> recent.find(event.id()));

        assertThat(events.readings()).isEqualTo(1);
    }

    @Test
    void goesOnForAWhileWhenTheStoreFallsSilent() {
        events.add(event);
        recent.find(event.id());
        events.fallSilent(true);

        clock.pass(STALE.minusMillis(1));
        assertThat(recent.find(event.id())).contains(event);

        clock.pass(Duration.ofMillis(1));
        assertThatThrownBy(() -> recent.find(event.id())).isInstanceOf(Unavailable.class);
    }

    @Test
    void aReadingThatTookLongIsAsGoodAsAnother() {
        events.add(event);
        events.whileReading(() -> clock.pass(FRESH.plusSeconds(1)));

        recent.find(event.id());
        assertThat(events.readings()).isEqualTo(1);

        recent.find(event.id());
        assertThat(events.readings()).isEqualTo(1);
    }

    @Test
    void whoeverReadsFirstReadsOnceThoughNothingStaysFresh() {
        new RecentEvents(events, new EventSettings(Duration.ZERO, STALE, 1_000_000), clock).find(event.id());

        assertThat(events.readings()).isEqualTo(1);
    }

    @Test
    void recoversWithTheStore() {
        events.fallSilent(true);
        assertThatThrownBy(() -> recent.find(event.id())).isInstanceOf(Unavailable.class);
        events.fallSilent(false);
        events.add(event);

        assertThat(recent.find(event.id())).contains(event);
    }

    @Test
    void theOthersAreServedWhileOneReadsAnew() throws Exception {
        var slow = new SlowEvents(event);
        var several = recent(slow);
        several.find(event.id());
        clock.pass(FRESH);
        var pool = Executors.newSingleThreadExecutor();
        try {
            slow.hold();
            var reader = pool.submit(() -> several.find(event.id()));
            slow.awaitReader();

            assertThat(several.find(event.id())).contains(event);
            assertThat(reader.isDone()).isFalse();

            slow.release();
            assertThat(reader.get(10, TimeUnit.SECONDS)).contains(event);
        } finally {
            slow.release();
            pool.shutdownNow();
        }
    }

    @Test
    void ofManyWhoAskForWhatNobodyKnowsNoneWaitsForTheFailuresOfAllOthers() throws Exception {
        var several = recent(new SlowEvents(event).failingAfter(Duration.ofMillis(300)));
        var pool = Executors.newCachedThreadPool();
        try {
            var started = System.nanoTime();
            var callers = IntStream.range(0, 20)
                    .mapToObj(caller -> pool.submit(() -> several.find(event.id())))
                    .toList();

            for (var caller : callers) {
                assertThatThrownBy(() -> caller.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(Unavailable.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void ofManyWhoAskForWhatNobodyKnowsOneReadsForAll() throws Exception {
        var slow = new SlowEvents(event);
        var several = recent(slow);
        var pool = Executors.newCachedThreadPool();
        try {
            slow.hold();
            var callers = IntStream.range(0, 20)
                    .mapToObj(caller -> pool.submit(() -> several.find(event.id())))
                    .toList();
            slow.awaitReader();

            slow.release();

            for (var caller : callers) {
                assertThat(caller.get(10, TimeUnit.SECONDS)).contains(event);
            }
            assertThat(slow.readings()).isEqualTo(1);
        } finally {
            slow.release();
            pool.shutdownNow();
        }
    }

    @Test
    void nobodyWhoForgetsWaitsForWhoeverReadsAndWhatTheseReadIsNotKept() throws Exception {
        var slow = new SlowEvents(event);
        var several = recent(slow);
        var pool = Executors.newCachedThreadPool();
        try {
            slow.hold();
            var reader = pool.submit(() -> several.find(event.id()));
            slow.awaitReader();

            pool.submit(() -> several.forget(event.id())).get(5, TimeUnit.SECONDS);
            assertThat(reader.isDone()).isFalse();
            slow.release();

            assertThat(reader.get(10, TimeUnit.SECONDS)).contains(event);
            assertThat(several.remembered(event.id())).isEmpty();
        } finally {
            slow.release();
            pool.shutdownNow();
        }
    }

    @Test
    void thePublicIsShownNeitherDraftsNorArchivedEvents() {
        var draft = aDraft();
        var archived = aPublishedEvent().archived(LONG_BEFORE);
        events.add(draft);
        events.add(archived);
        events.add(event);
        var browsing = browsing();

        assertThat(browsing.publicEvent(event.id())).isEqualTo(event);
        assertThatThrownBy(() -> browsing.publicEvent(draft.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> browsing.publicEvent(archived.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> browsing.publicEvent(EventId.fresh())).isInstanceOf(NotFound.class);
        assertThat(browsing.event(draft.id())).isEqualTo(draft);
    }

    private Browsing browsing() {
        var browsing = new Browsing();
        browsing.events = events;
        browsing.recent = recent;
        browsing.clock = clock;
        return browsing;
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
