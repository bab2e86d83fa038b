package foyer.payment.simulation;

import static java.util.Objects.requireNonNull;

import foyer.event.AuthType;
import foyer.event.Event;
import foyer.event.EventState;
import foyer.event.SomeEvents;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.registration.PaymentStatus;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Whoever runs an event, and gives its money back. */
final class WhatOrganizersDo {
    private final SimulatedHouse house;
    private final Chance chance;
    private final Chronicle told;

    WhatOrganizersDo(SimulatedHouse house, Chance chance, Chronicle told) {
        this.house = house;
        this.chance = chance;
        this.told = told;
    }

    @Nullable
    Runnable refund(Deed deed, Optional<Long> amount) {
        var payment = chance.payment(one -> one.seen().taken() > 0);
        if (payment == null) {
            return null;
        }
        var order = new Ordered("order " + chance.random.nextInt(), payment.id(), amount);
        var node = chance.node();
        return () -> {
            house.ordered.add(order);
            // As operators' tools do where no answer comes.
            if (!order(deed, order, node)) {
                order(deed, order, node);
            }
        };
    }

    @Nullable
    Runnable refundAgain(Deed deed) {
        if (house.ordered.isEmpty()) {
            return null;
        }
        var order = house.ordered.get(chance.random.nextInt(house.ordered.size()));
        var node = chance.node();
        return () -> order(deed, order, node);
    }

    private boolean order(Deed deed, Ordered order, SimulatedNode node) {
        return told.attempt(
                () -> deed + " " + order,
                () -> node.refunding.refund(order.payment(), order.amount(), order.id(), "operator"));
    }

    @Nullable
    Runnable writeOff(Deed deed) {
        var payment = chance.payment(one -> one.seen().disputes().opened() > 0);
        if (payment == null) {
            return null;
        }
        var node = chance.node();
        return () -> {
            // As above.
            if (!writeOff(deed, payment, node)) {
                writeOff(deed, payment, node);
            }
        };
    }

    private boolean writeOff(Deed deed, Payment payment, SimulatedNode node) {
        return told.attempt(
                () -> deed + " " + told.named(payment), () -> node.writingOff.writeOff(payment.id(), "operator"));
    }

    /** What an operator ordered under a key. */
    record Ordered(String id, PaymentId payment, Optional<Long> amount) {}

    // What is put away changes no more, and to call off twice is the same as once.
    void change(Deed deed, UnaryOperator<Event> decision) {
        var before = house.event;
        var after = before.decided() == EventState.ARCHIVED ? before : decision.apply(before);
        if (!after.equals(before)) {
            house.events.replace(before, after);
            house.event = after;
            house.toBeCalledOff |= SomeEvents.callsOff(before, after, house.now());
        }
        told.say(() -> deed + ", now " + after);
    }

    static Event atAnotherPrice(Event before) {
        var price = before.plan().admission().payment().price().orElseThrow();
        var changed = new HashMap<Object, Object>(
                (Map<?, ?>) requireNonNull(before.plan().tree().get("paymentConfig")));
        changed.put("price", price.minorUnits() == 1200 ? 1500L : 1200L);
        return SomeEvents.replanned(before, "paymentConfig", changed);
    }

    static Event byAnotherWay(Event before) {
        var other = before.authType() == AuthType.PAYMENT ? "email" : "payment";
        return SomeEvents.replanned(before, "authType", other);
    }

    /** Whether anybody counts on it is asked first; then it is done, whoever got a seat meanwhile. */
    Runnable putAway(Deed deed) {
        var promised = house.event.decided() != EventState.CANCELLED
                && house.registrations.all().stream().anyMatch(WhatOrganizersDo::countsOnIt);
        return () -> change(deed, before -> promised ? before : SomeEvents.archived(before, house.now()));
    }

    private static boolean countsOnIt(Registration registration) {
        return registration.state() == RegistrationState.CONFIRMED
                || (registration.state() == RegistrationState.AWAITING_APPROVAL
                        && registration.paymentStatus() == PaymentStatus.COMPLETED);
    }
}
