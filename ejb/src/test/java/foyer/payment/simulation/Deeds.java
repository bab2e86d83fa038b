package foyer.payment.simulation;

import foyer.event.SomeEvents;
import foyer.payment.SomePayments;
import foyer.payment.provider.CheckoutsInMemory;
import foyer.shared.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that can happen in a house. */
final class Deeds {
    private static final List<Deed> AT_ONCE = List.of(
            Deed.CHECK_OUT,
            Deed.CHECK_OUT_IN_A_SECOND_TAB,
            Deed.CHECK_OUT_BY_VOUCHER,
            Deed.CHECK_OUT_BY_VOUCHER,
            Deed.CHECK_OUT_FOR_NOTHING,
            Deed.NOTICE,
            Deed.NOTICE,
            Deed.NOTICE,
            Deed.NOTICE,
            Deed.COME_BACK,
            Deed.TIMER,
            Deed.TIMER,
            Deed.HOLDS_END,
            Deed.RECONCILE,
            Deed.RECONCILE,
            Deed.REFUND_A_PART,
            Deed.REFUND_ALL,
            Deed.WRITE_OFF,
            Deed.WITHDRAW,
            Deed.REVOKE,
            Deed.PUT_AWAY,
            Deed.PAY,
            Deed.REFUND_THERE,
            Deed.REFUND_THERE,
            Deed.REFUND_THERE,
            Deed.REFUND_THERE,
            Deed.DISPUTE,
            Deed.DISPUTE);
    // A checkout passes some twenty on its way to the provider and back: two for each call.
    private static final int MOST_GATES = 26;

    private final SimulatedHouse house;
    private final Chance chance;
    private final Chronicle told;
    private final boolean reconciled;
    private final WhatViewersDo viewers;
    private final WhatTheProviderDoes provider;
    private final WhatOrganizersDo organizers;

    Deeds(SimulatedHouse house, Chance chance, Chronicle told, boolean reconciled) {
        this.house = house;
        this.chance = chance;
        this.told = told;
        this.reconciled = reconciled;
        this.viewers = new WhatViewersDo(house, chance, told);
        this.provider = new WhatTheProviderDoes(house, chance, told);
        this.organizers = new WhatOrganizersDo(house, chance, told);
    }

    void register() {
        viewers.register();
    }

    /** Null where it cannot happen now. */
    @Nullable
    Runnable work(Deed deed) {
        return switch (deed) {
            case REGISTER -> viewers::register;
            case CHECK_OUT ->
                viewers.does(
                        deed, (node, id, token) -> node.taking.checkout(id, token, null, null, SomePayments.NETWORK));
            case CHECK_OUT_IN_A_SECOND_TAB ->
                viewers.does(
                        deed, (node, id, token) -> node.taking.checkout(id, token, null, "", SomePayments.NETWORK));
            case CHECK_OUT_BY_VOUCHER ->
                viewers.does(
                        deed, (node, id, token) -> node.taking.checkout(id, token, null, "half", SomePayments.NETWORK));
            case CHECK_OUT_FOR_NOTHING ->
                viewers.does(
                        deed, (node, id, token) -> node.taking.checkout(id, token, null, "FREE", SomePayments.NETWORK));
            case PAY -> provider.does(deed, payment -> true, house.checkouts::pay);
            case PAY_BY_DEBIT -> provider.does(deed, payment -> true, house.checkouts::payLater);
            case DEBIT_FAILS -> provider.does(deed, payment -> true, house.checkouts::fail);
            case PAY_ANOTHER_SUM ->
                provider.does(
                        deed,
                        payment -> true,
                        payment -> house.checkouts.pay(payment, new Money(700, SimulatedEvents.EUR)));
            case NOTICE -> provider.notice(deed, true);
            case NOTICE_TWICE -> provider.notice(deed, false);
            case NOTICE_LOST -> reconciled ? () -> provider.lost(deed) : null;
            case COME_BACK -> viewers.comesBack();
            case TIMER -> machine(deed, this::timer);
            case HOLDS_END ->
                machine(deed, node -> {
                    node.freeing.expireHolds();
                    node.freeing.offerSeats();
                });
            case RECONCILE -> reconciled ? machine(deed, node -> node.reconciling.reconcile()) : null;
            case REFUND_A_PART -> organizers.refund(deed, Optional.of(100L + chance.random.nextInt(400)));
            case REFUND_ALL -> organizers.refund(deed, Optional.empty());
            case REFUND_REPEATED -> organizers.refundAgain(deed);
            case REFUND_THERE -> provider.does(deed, provider::paid, provider::refundThere);
            case REFUND_FAILS ->
                provider.does(
                        deed,
                        payment -> house.checkouts.look(payment).ordered() > 0,
                        payment -> house.checkouts.failRefund(
                                payment, house.checkouts.look(payment).returned()));
            case DISPUTE -> provider.does(deed, provider::paid, provider::dispute);
            case DISPUTE_WON -> provider.does(deed, provider::disputed, payment -> provider.decide(payment, true));
            case DISPUTE_LOST -> provider.does(deed, provider::disputed, payment -> provider.decide(payment, false));
            case WRITE_OFF -> organizers.writeOff(deed);
            case WITHDRAW -> viewers.does(deed, (node, id, token) -> node.withdrawing.withdraw(id, token));
            case REVOKE -> viewers.does(deed, (node, id, token) -> node.withdrawing.revoke(id, SomePayments.OPERATOR));
            case APPROVE -> viewers.does(deed, (node, id, token) -> node.attending.approve(id));
            case PRICE_CHANGES -> () -> organizers.change(deed, WhatOrganizersDo::atAnotherPrice);
            case ANOTHER_WAY_IN -> () -> organizers.change(deed, WhatOrganizersDo::byAnotherWay);
            case CALL_OFF -> () -> organizers.change(deed, before -> SomeEvents.cancelledAt(before, house.now()));
            case PUT_AWAY -> organizers.putAway(deed);
            case SECONDS_PASS -> () -> pass(Duration.ofSeconds(1 + chance.random.nextInt(100)));
            case AN_HOUR_PASSES -> () -> pass(Duration.ofMinutes(20 + chance.random.nextInt(60)));
            case SILENCE_AHEAD -> () -> arm(deed, Gate.Blow.SILENCE);
            case CRASH_AHEAD -> () -> arm(deed, Gate.Blow.CRASH);
            case KEY_SPENT_AND_DONE -> () -> spend(deed, CheckoutsInMemory.Failure.DONE);
            case KEY_SPENT_NOT_DONE -> () -> spend(deed, CheckoutsInMemory.Failure.NOT_DONE);
            case BOTH_AT_ONCE -> both();
        };
    }

    private interface Machine {
        void on(SimulatedNode node);
    }

    private Runnable machine(Deed deed, Machine work) {
        var node = chance.node();
        return () -> told.attempt(() -> deed + " on " + house.nodes.indexOf(node), () -> work.on(node));
    }

    void timer(SimulatedNode node) {
        if (house.toBeCalledOff) {
            house.payments.all().forEach(payment -> node.payments.call(payment.id(), node.clock.instant()));
            house.toBeCalledOff = false;
        }
        node.settleWhatIsDue();
    }

    void pass(Duration time) {
        house.pass(time);
        told.say(() -> time + " pass, until " + house.now());
    }

    private void arm(Deed deed, Gate.Blow blow) {
        var gates = chance.random.nextInt(MOST_GATES);
        house.gate.arm(blow, gates);
        told.say(() -> deed + " in " + gates);
    }

    private void spend(Deed deed, CheckoutsInMemory.Failure failure) {
        house.checkouts.failNext(failure);
        told.say(deed::toString);
    }

    @Nullable
    Runnable both() {
        var first = AT_ONCE.get(chance.random.nextInt(AT_ONCE.size()));
        var second = chance.random.nextInt(3) == 0 ? first : AT_ONCE.get(chance.random.nextInt(AT_ONCE.size()));
        var one = work(first);
        var other = work(second);
        if (one == null || other == null) {
            return null;
        }
        var gates = chance.random.nextInt(MOST_GATES);
        return () -> {
            told.say(() -> "BOTH_AT_ONCE, the second at gate " + gates);
            house.gate.interrupt(() -> withNotice(other), gates);
            one.run();
        };
    }

    /** What happens outside is heard of at once. */
    private void withNotice(Runnable other) {
        other.run();
        house.listen()
                .forEach(about -> provider.notice(Deed.NOTICE, about, true).run());
    }
}
