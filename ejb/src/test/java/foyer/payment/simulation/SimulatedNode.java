package foyer.payment.simulation;

import foyer.access.SomeViewers;
import foyer.access.SomeWithdrawing;
import foyer.access.Withdrawing;
import foyer.event.Browsing;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.Events;
import foyer.payment.Footing;
import foyer.payment.checkout.SomeTakingPayment;
import foyer.payment.checkout.TakingPayment;
import foyer.payment.ledger.Payments;
import foyer.payment.provider.Checkouts;
import foyer.payment.reconciliation.Leases;
import foyer.payment.reconciliation.Reconciling;
import foyer.payment.reconciliation.SomeReconciling;
import foyer.payment.refund.Refunding;
import foyer.payment.refund.SomeRefunding;
import foyer.payment.refund.WritingOff;
import foyer.payment.settlement.Hearing;
import foyer.payment.settlement.Settling;
import foyer.payment.settlement.SomeSettling;
import foyer.payment.voucher.SomeVouchers;
import foyer.payment.voucher.Vouchers;
import foyer.registration.AccessLinks;
import foyer.registration.Attending;
import foyer.registration.FreeingSeats;
import foyer.registration.Registering;
import foyer.registration.Registrations;
import foyer.registration.SomeKeepingSeats;
import foyer.registration.SomeRegistering;
import foyer.session.SomeSessions;
import foyer.shared.NotFound;
import foyer.shared.Problem;
import foyer.shared.SettableClock;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One node of a simulated house: the real use cases, on a clock of their own, behind the gate. */
final class SimulatedNode {
    final SettableClock clock = new SettableClock();
    final SomeSessions node;
    final AccessLinks links;
    final Registering registering;
    final TakingPayment taking;
    final Settling settling;
    final Refunding refunding;
    final WritingOff writingOff;
    final Reconciling reconciling;
    final Hearing hearing;
    final FreeingSeats freeing;
    final Withdrawing withdrawing;
    final Attending attending;
    final Payments payments;

    SimulatedNode(SimulatedHouse house, Gate gate, Keepers keepers) {
        payments = gate.around(Payments.class, house.payments);
        var registrations = gate.around(Registrations.class, house.registrations);
        var events = gate.around(Events.class, house.events);
        var footing = new Footing(
                payments,
                registrations,
                events,
                gate.around(Vouchers.class, house.vouchers),
                gate.around(Checkouts.class, house.checkouts),
                clock);
        node = SomeSessions.on(house.sessions, house.events, clock);
        links = SomeViewers.links(node);
        var letters = keepers.letters(links);
        var dues = SomeRefunding.dues(payments, house.trail);
        settling = SomeSettling.on(footing, keepers.settling(), node, letters, house::alerted);
        taking = SomeTakingPayment.on(
                footing,
                SomeViewers.among(registrations, node),
                new Remembering(house.events, clock),
                SomeVouchers.guesses(clock),
                settling,
                letters);
        refunding = SomeRefunding.on(footing, settling, house.trail);
        writingOff = SomeRefunding.writingOff(footing, house.trail);
        reconciling = SomeReconciling.on(footing, gate.around(Leases.class, house.leases), settling);
        hearing = SomeSettling.hearing(footing, settling, atOnce(gate));
        registering = SomeRegistering.on(registrations, clock);
        freeing = SomeKeepingSeats.freeing(registrations, events, links, dues, clock);
        attending = SomeKeepingSeats.attending(registrations, house.events, links, clock);
        withdrawing = SomeWithdrawing.withdrawing(registrations, links, node, dues, clock);
    }

    /** A round of the timer; a bug is no reason for it to go on. */
    void settleWhatIsDue() {
        for (var due : payments.due(clock.instant(), 48)) {
            try {
                SomeSettling.settleDue(settling, due);
            } catch (Problem later) {
                // It is looked at again.
            }
        }
    }

    /** What dies on a thread of its own takes nobody along. */
    private static ManagedExecutorService atOnce(Gate gate) {
        return (ManagedExecutorService) Proxy.newProxyInstance(
                SimulatedNode.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (self, method, with) -> {
                    try {
                        ((Runnable) with[0]).run();
                    } catch (Gate.Crash killed) {
                        // The notice was answered before.
                        gate.bury();
                    }
                    return null;
                });
    }

    /** Shows an event as it was some seconds ago, like the one that keeps a cache, and costs nothing. */
    private static final class Remembering extends Browsing {
        private static final Duration FRESH = Duration.ofSeconds(2);

        private final Events events;
        private final SettableClock clock;
        private @Nullable Event known;
        private Instant until = Instant.MIN;

        Remembering(Events events, SettableClock clock) {
            this.events = events;
            this.clock = clock;
        }

        @Override
        public Event publicEvent(EventId id) {
            var event = known;
            if (event == null || !clock.instant().isBefore(until)) {
                event = events.find(id).orElseThrow(() -> new NotFound("event"));
                known = event;
                until = clock.instant().plus(FRESH);
            }
            return event;
        }
    }
}
