package foyer.registration.dynamodb;

import static foyer.registration.SomeRegistrations.HALF_AN_HOUR;
import static foyer.registration.SomeRegistrations.NOON;
import static foyer.registration.SomeRegistrations.aLetter;
import static foyer.registration.SomeRegistrations.anAddress;
import static foyer.registration.SomeRegistrations.registration;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.registration.Capacity;
import foyer.registration.PaymentStatus;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import foyer.registration.Registrations;
import foyer.registration.SoldOut;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One event whose seats a keeper of registrations counts, and beside it who has a seat, who waits in which order, and how many seats
 * are put aside for them. What is asked of the one is foretold by the other.
 */
final class CountedSale {
    /** By then every hold has run out. */
    private static final Duration LATER = Duration.ofHours(1);
    /** For as long the line is seen empty before it ends: until then somebody may just be coming to it. */
    private static final Duration ROUND = Duration.ofMinutes(2);

    private final Registrations registrations;
    private final EventId event = EventId.fresh();
    private final List<Registration> seated = new ArrayList<>();
    private final List<Registration> waiting = new ArrayList<>();
    private Capacity capacity;
    /** The one that seats were last asked for by: of one that nobody met nothing is known. */
    private long counted;

    private long aside;
    /** As long as this is so what is given back is put aside, even while nobody waits. */
    private boolean awaited;
    /** By a round before, and nobody has come to it since. */
    private boolean seenEmpty;
    /** Of the timer's last round. */
    private Instant now = NOON.plus(LATER);
    /** How many may be seated: the capacity, or who was there already when it was lowered. */
    private long most;

    private int came;

    CountedSale(Registrations registrations, Capacity capacity) {
        this.registrations = registrations;
        this.capacity = capacity;
        most = capacity.seats();
    }

    /** Somebody who will not wait. */
    void comes() {
        var wish = arriving(RegistrationState.CONFIRMED);
        meetCapacity();
        var room = hasRoom();
        assertThat(taken(() -> registrations.add(wish, capacity, aLetter("first"), aLetter("again"))))
                .as(
                        "sold with %d of %d seats taken and %d put aside for %d who wait",
                        seated.size(), capacity.seats(), aside, waiting.size())
                .isEqualTo(room);
        if (room) {
            seated.add(wish);
        }
    }

    /** Where they get no seat they stand in line. */
    void comesOrWaits() {
        var before = seated.size();
        comes();
        if (seated.size() == before) {
            var wish = arriving(RegistrationState.WAITING);
            registrations.add(wish, capacity, aLetter("first"), aLetter("again"));
            waiting.add(wish);
            awaited = true;
            seenEmpty = false;
        }
    }

    /** Gives the seat back, or lets the hold run out that was offered it by. */
    void leaves(int number) {
        if (seated.isEmpty()) {
            return;
        }
        var leaving = seated.remove(number % seated.size());
        var after = leaving.state() == RegistrationState.HELD ? leaving.expire(NOON.plus(LATER)) : leaving.cancel(NOON);
        var over = seated.size() + 1 + aside > counted;
        registrations.replace(leaving, after);
        if (!over && awaited) {
            aside++;
        }
    }

    void waitsNoMore(int number) {
        if (!waiting.isEmpty()) {
            var leaving = waiting.remove(number % waiting.size());
            registrations.replace(leaving, leaving.cancel(NOON));
        }
    }

    /** As the timer does: to one after another, or, what was put aside, to all. */
    void offers() {
        now = now.plus(ROUND);
        assertThat(registrations.waiting(event, 100)).containsExactlyElementsOf(waiting);
        if (waiting.isEmpty()) {
            letGo();
        }
        while (!waiting.isEmpty() && isOffered(waiting.get(0))) {
            waiting.remove(0);
        }
    }

    void changeTo(long seats) {
        capacity = new Capacity(seats, capacity.eventVersion() + 1);
        most = Math.max(seats, Math.min(most, seated.size()));
    }

    void assertNoMoreAreSeatedThanThereMayBe() {
        most = Math.max(capacity.seats(), Math.min(most, seated.size()));
        assertThat((long) seated.size()).isLessThanOrEqualTo(most);
    }

    /** Nobody waits any more, and what was put aside is for all. */
    void endTheLine() {
        while (!waiting.isEmpty()) {
            waitsNoMore(0);
        }
        offers();
    }

    /** To the last seat, and not one more. */
    void sellTheRest() {
        while (seated.size() < capacity.seats()) {
            comes();
        }
        comes();
        assertThat(registrations.full(event, capacity)).isTrue();
    }

    private boolean isOffered(Registration first) {
        var offered = first.offer(NOON.plus(HALF_AN_HOUR), first.credentials().withLink("offered"), NOON);
        meetCapacity();
        var there = aside > 0 || hasRoom();
        assertThat(taken(() -> registrations.seat(first, offered, capacity, aLetter("offer"))))
                .as("offered with %d of %d seats taken and %d put aside", seated.size(), capacity.seats(), aside)
                .isEqualTo(there);
        if (there) {
            seated.add(offered);
            aside = Math.max(0, aside - 1);
        }
        return there;
    }

    private void letGo() {
        registrations.endWaiting(event, now);
        aside = 0;
        awaited = awaited && !seenEmpty;
        seenEmpty = awaited;
    }

    /** Where there are too few seats those that are put aside are the first to go. */
    private void meetCapacity() {
        if (counted != capacity.seats()) {
            counted = capacity.seats();
            aside = Math.max(0, aside - Math.max(0, seated.size() + aside - counted));
        }
    }

    private boolean hasRoom() {
        return seated.size() + aside < counted;
    }

    /** One who came after all others. */
    private Registration arriving(RegistrationState state) {
        return registration(event, anAddress(), state, PaymentStatus.NOT_REQUIRED, NOON.plusMillis(came++));
    }

    private static boolean taken(Runnable seat) {
        try {
            seat.run();
            return true;
        } catch (SoldOut full) {
            return false;
        }
    }
}
