package foyer.payment.simulation;

import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What happens where the money is, and how a house is told of it. */
final class WhatTheProviderDoes {
    private static final int MOST_DISPUTES = 4;

    private final SimulatedHouse house;
    private final Chance chance;
    private final Chronicle told;

    WhatTheProviderDoes(SimulatedHouse house, Chance chance, Chronicle told) {
        this.house = house;
        this.chance = chance;
        this.told = told;
    }

    interface Outside {
        void with(Payment payment);
    }

    @Nullable
    Runnable does(Deed deed, Predicate<Payment> fit, Outside work) {
        var payment = chance.payment(one -> one.checkout() != null && fit.test(one));
        return payment == null
                ? null
                : () -> {
                    work.with(payment);
                    told.say(() -> deed + " " + told.named(payment) + ", now " + house.checkouts.look(payment));
                };
    }

    boolean paid(Payment payment) {
        return house.checkouts.look(payment).paid();
    }

    void refundThere(Payment payment) {
        var seen = house.checkouts.look(payment);
        if (seen.taken() <= seen.returned() || seen.disputes().standing()) {
            return;
        }
        var left = seen.taken() - seen.returned();
        var sum = chance.random.nextBoolean() ? left : 1 + chance.random.nextLong(left);
        house.checkouts.refundThere(payment, sum);
        house.sentBackThere.merge(payment.id(), sum, Long::sum);
    }

    void dispute(Payment payment) {
        var seen = house.checkouts.look(payment);
        var known = seen.disputes();
        if (!known.open() && known.opened() < MOST_DISPUTES) {
            var left = Math.max(1, seen.taken() - seen.returned() - known.lostAmount());
            house.checkouts.dispute(payment, chance.random.nextBoolean() ? left : 1 + chance.random.nextLong(left));
        }
    }

    boolean disputed(Payment payment) {
        return house.checkouts.look(payment).disputes().opened() > 0;
    }

    // Banks repeat themselves, and what they said once holds.
    void decide(Payment payment, boolean won) {
        if (house.checkouts.look(payment).disputes().open()) {
            house.checkouts.decide(payment, won);
        }
    }

    @Nullable
    Runnable notice(Deed deed, boolean last) {
        var known = chance.payment(payment -> payment.checkout() != null);
        if (known == null) {
            return null;
        }
        var pending = house.notices.size();
        return notice(deed, pending == 0 ? known.id() : house.notices.get(chance.random.nextInt(pending)), last);
    }

    Runnable notice(Deed deed, PaymentId about, boolean last) {
        var node = chance.node();
        return () -> {
            house.notices.remove(about);
            if (!told.attempt(() -> deed + " on " + house.nodes.indexOf(node), () -> hear(node, about)) || !last) {
                house.repeat(about);
            }
        };
    }

    static void hear(SimulatedNode node, PaymentId about) {
        node.hearing.hear(about.value().getBytes(StandardCharsets.UTF_8), about.value());
    }

    void lost(Deed deed) {
        if (!house.notices.isEmpty()) {
            house.notices.remove(chance.random.nextInt(house.notices.size()));
        }
        told.say(deed::toString);
    }
}
