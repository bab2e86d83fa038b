package foyer.registration.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.registration.Capacity;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LastSeatsTest {
    private static final EventId EVENT = EventId.fresh();
    private static final Capacity EIGHTY = new Capacity(80, 1);
    private static final int PEOPLE = 40;
    private static final Duration LONG = Duration.ofSeconds(50);

    private final List<Thread> people = new ArrayList<>();
    private final Semaphore inside = new Semaphore(0);
    private final Semaphore mayGo = new Semaphore(0);
    private final AtomicInteger takenOfTheFirst = new AtomicInteger();
    private final AtomicInteger takenOfTheOthers = new AtomicInteger(3);
    private final SettableClock clock = new SettableClock();
    private final AtomicInteger looks = new AtomicInteger();
    private final LastSeats lastSeats = new LastSeats(any -> plan(), LONG, clock);

    @AfterEach
    void everybodyGoes() {
        mayGo.release(PEOPLE);
    }

    @Test
    void whatNobodyHasLookedAtIsNone() {
        assertThat(lastSeats.of(EVENT)).isFalse();
    }

    @Test
    void anEventIsOneAsLongAsAPartOfItsSeatsIsFull() {
        takenOfTheFirst.set(10);

        assertThat(lastSeats.look(EVENT).withRoom()).isPresent();
        assertThat(lastSeats.of(EVENT)).isTrue();
        assertThat(lastSeats.of(EventId.fresh())).isFalse();

        takenOfTheFirst.set(9);
        lastSeats.look(EVENT);
        assertThat(lastSeats.of(EVENT)).isFalse();
    }

    @Test
    void whereManyComeAtOnceFewSeatsAreTheLastOnes() {
        takenOfTheOthers.set(5);

        assertThat(lastSeats.of(EVENT, EIGHTY, Seats.SHARDS)).isFalse();
        assertThat(looks).hasValue(0);
        assertThat(lastSeats.of(EVENT, EIGHTY, Seats.SHARDS + 1)).isTrue();
        assertThat(lastSeats.of(EVENT)).isTrue();
        assertThat(looks).hasValue(1);
    }

    @Test
    void whereManyComeAtOnceForManySeatsItIsLookedAtOnceASecond() {
        for (var one = 0; one < PEOPLE; one++) {
            assertThat(lastSeats.of(EVENT, EIGHTY, PEOPLE)).isFalse();
        }
        assertThat(looks).hasValue(1);

        clock.pass(Duration.ofSeconds(1));
        assertThat(lastSeats.of(EVENT, EIGHTY, PEOPLE)).isFalse();

        assertThat(looks).hasValue(2);
    }

    @Test
    void whereThereIsNoLastSeatNobodyLooks() {
        var unlimited = new Capacity(Capacity.UNLIMITED, 1);

        assertThat(lastSeats.of(EVENT, unlimited, PEOPLE)).isFalse();
        assertThat(looks).hasValue(0);
    }

    @Test
    void whereTheStoreDoesNotSayWhatIsLeftNobodyIsRefusedForIt() {
        var silent = new LastSeats(
                any -> {
                    looks.incrementAndGet();
                    throw new Unavailable("The store is slow.", Duration.ofSeconds(1));
                },
                LONG,
                clock);

        assertThat(silent.of(EVENT, EIGHTY, PEOPLE)).isFalse();
        assertThat(silent.of(EVENT, EIGHTY, PEOPLE)).isFalse();

        assertThat(looks).hasValue(1);
    }

    @Test
    void somebodyWasRefusedUntilSomebodySeesASeat() {
        assertThat(lastSeats.refusedLately(EVENT)).isFalse();
        lastSeats.refuse(EVENT);
        takenOfTheFirst.set(10);
        takenOfTheOthers.set(10);
        assertThat(lastSeats.look(EVENT).withRoom()).isEmpty();
        assertThat(lastSeats.refusedLately(EVENT)).isTrue();
        assertThat(lastSeats.refusedLately(EventId.fresh())).isFalse();

        takenOfTheOthers.set(9);
        lastSeats.look(EVENT);

        assertThat(lastSeats.refusedLately(EVENT)).isFalse();
    }

    @Test
    void bothAreForgottenAfterAWhile() {
        takenOfTheFirst.set(10);
        lastSeats.look(EVENT);
        lastSeats.refuse(EVENT);

        clock.pass(Duration.ofSeconds(11));

        assertThat(lastSeats.of(EVENT)).isFalse();
        assertThat(lastSeats.refusedLately(EVENT)).isFalse();
    }

    @Test
    void elsewhereNobodyStandsInLine() throws InterruptedException {
        lastSeats.look(EVENT);

        come();

        inside.acquire(PEOPLE);
    }

    @Test
    void asManyTryAtOnceAsThereArePartsAndTheOthersOneByOneAsTheseGo() throws InterruptedException {
        takenOfTheFirst.set(10);
        lastSeats.look(EVENT);

        come();
        inside.acquire(Seats.SHARDS);
        inLine(PEOPLE - Seats.SHARDS);

        assertThat(inside.availablePermits()).isZero();
        mayGo.release();
        inside.acquire();
        inLine(PEOPLE - Seats.SHARDS - 1);
        assertThat(inside.availablePermits()).isZero();
    }

    private void come() {
        for (var one = 0; one < PEOPLE; one++) {
            var person = new Thread(() -> lastSeats.inTurn(EVENT, this::stay));
            person.setDaemon(true);
            people.add(person);
            person.start();
        }
    }

    private boolean stay() {
        inside.release();
        mayGo.acquireUninterruptibly();
        return true;
    }

    private void inLine(long many) {
        var deadline = System.nanoTime() + LONG.toNanos();
        while (people.stream()
                        .filter(person -> person.getState() == Thread.State.TIMED_WAITING)
                        .count()
                != many) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private SeatPlan plan() {
        looks.incrementAndGet();
        return new SeatPlan(
                IntStream.range(0, Seats.SHARDS)
                        .mapToObj(part -> new SeatShard(
                                part, part == 0 ? takenOfTheFirst.get() : takenOfTheOthers.get(), 10, 0, 0, 80, 1))
                        .toList(),
                false);
    }
}
