package foyer.payment.simulation;

import foyer.payment.ledger.Progress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One life of a house, made up from a seed: the same seed is the same life. */
final class History {
    private static final Duration[] AHEAD = {
        Duration.ZERO, Duration.ZERO, Duration.ofSeconds(70), Duration.ofMinutes(10), Duration.ofMinutes(-10)
    };
    private static final List<Deed> DRAWN = drawn();

    private final SplittableRandom random;
    private final SimulatedHouse house;
    private final Deeds deeds;
    private final Chronicle told;
    private final boolean reconciled;
    private final Adjacent adjacent;

    /** @param spoken whether it shall be told in words */
    History(long seed, Keepers keepers, boolean spoken, Adjacent adjacent) {
        this.random = new SplittableRandom(seed);
        this.adjacent = adjacent;
        this.reconciled = random.nextBoolean();
        var events = SimulatedEvents.ALL;
        var ahead = AHEAD[random.nextInt(AHEAD.length)];
        this.house = new SimulatedHouse(keepers, events.get(random.nextInt(events.size())), ahead);
        this.told = new Chronicle(house, spoken);
        this.deeds = new Deeds(house, new Chance(random, house), told, reconciled);
        vouchers();
        if (reconciled) {
            house.nodes.get(0).reconciling.reconcile();
        }
    }

    /** What is wrong at its end; empty: nothing. */
    List<String> live() {
        try {
            var most = 10 + random.nextInt(24);
            @Nullable Deed before = begin();
            for (var done = 0; done < most && house.faults.isEmpty(); done++) {
                var deed = next();
                adjacent.count(before, deed);
                before = deed;
            }
            if (house.faults.isEmpty()) {
                end(before);
                comeToRest();
                new Balanced(house).check();
            }
        } catch (RuntimeException bug) {
            house.faults.add("a bug: " + bug + " at " + bug.getStackTrace()[0]);
        }
        house.faults.forEach(fault -> told.say(() -> "wrong: " + fault));
        return house.faults;
    }

    List<String> words() {
        return told.words();
    }

    // Nothing happens in a house to which nobody comes.
    private Deed begin() {
        deeds.register();
        if (random.nextInt(6) == 0) {
            deeds.register();
            adjacent.count(Deed.REGISTER, Deed.REGISTER);
            return Deed.REGISTER;
        }
        var work = random.nextInt(8) == 0 ? null : deeds.work(Deed.CHECK_OUT);
        if (work == null) {
            return Deed.REGISTER;
        }
        work.run();
        adjacent.count(Deed.REGISTER, Deed.CHECK_OUT);
        var paid = random.nextInt(4) == 0 ? null : deeds.work(Deed.PAY);
        if (paid == null) {
            return Deed.CHECK_OUT;
        }
        paid.run();
        house.listen();
        adjacent.count(Deed.CHECK_OUT, Deed.PAY);
        return Deed.PAY;
    }

    // What is forgotten while two are at it is often seen by whoever comes later: mostly nobody does.
    private void end(@Nullable Deed before) {
        var both = random.nextInt(4) == 0 ? null : deeds.both();
        if (both != null) {
            both.run();
            house.gate.calmMeanwhile();
            house.listen();
            adjacent.count(before, Deed.BOTH_AT_ONCE);
        }
    }

    private Deed next() {
        while (true) {
            var deed = DRAWN.get(random.nextInt(DRAWN.size()));
            var work = deeds.work(deed);
            if (work != null) {
                work.run();
                house.gate.calmMeanwhile();
                house.listen();
                return deed;
            }
        }
    }

    private void vouchers() {
        for (var voucher : SimulatedEvents.VOUCHERS) {
            house.vouchers.add(voucher);
        }
    }

    /** No more faults, and time until nothing is left to do. */
    private void comeToRest() {
        house.gate.calm();
        house.checkouts.failNext(null);
        told.say(() -> "From here on nothing fails, and nobody does anything any more.");
        // Longer than any lease, by any clock.
        deeds.pass(Duration.ofMinutes(15));
        for (var round = 0; round < 120; round++) {
            arriveOrFail();
            house.listen();
            var node = house.nodes.get(round % 2);
            if (reconciled) {
                house.notices.clear();
                told.attempt(() -> "reconcile", house.nodes.get(0).reconciling::reconcile);
            } else {
                house.notices.forEach(about -> WhatTheProviderDoes.hear(node, about));
                house.notices.clear();
            }
            told.attempt(() -> "free seats", node.freeing::expireHolds);
            told.attempt(() -> "offer seats", node.freeing::offerSeats);
            told.attempt(() -> "timer", () -> deeds.timer(node));
            house.listen();
            var waits = Rest.next(house);
            if (waits.isEmpty() && house.notices.isEmpty() && round > 0) {
                return;
            }
            var time = waits.orElse(Duration.ofMinutes(3));
            deeds.pass(time.compareTo(Duration.ofMinutes(3)) < 0 ? Duration.ofMinutes(3) : time);
        }
    }

    // Money of delayed methods comes one day, or does not.
    private void arriveOrFail() {
        for (var payment : house.payments.all()) {
            if (payment.checkout() != null && house.checkouts.look(payment).progress() == Progress.PROCESSING) {
                if (random.nextBoolean()) {
                    house.checkouts.pay(payment);
                } else {
                    house.checkouts.fail(payment);
                }
                told.say(
                        () -> "a debit comes to its end, " + told.named(payment) + " " + house.checkouts.look(payment));
            }
        }
    }

    private static List<Deed> drawn() {
        return Stream.of(Deed.values())
                .flatMap(deed -> Collections.nCopies(deed.weight(), deed).stream())
                .toList();
    }
}
