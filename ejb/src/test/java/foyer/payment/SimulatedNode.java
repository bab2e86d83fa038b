package foyer.payment;

import foyer.access.OwnViewer;
import foyer.access.SomeViewers;
import foyer.access.SomeWithdrawing;
import foyer.access.Withdrawing;
import foyer.event.Browsing;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.Events;
import foyer.registration.AccessLinks;
import foyer.registration.Attending;
import foyer.registration.FreeingSeats;
import foyer.registration.Registering;
import foyer.registration.Registrations;
import foyer.registration.SomeKeepingSeats;
import foyer.registration.SomeRegistering;
import foyer.session.SomeSessions;
import foyer.shared.EmailAddress;
import foyer.shared.NotFound;
import foyer.shared.Problem;
import foyer.shared.SettableClock;
import foyer.traffic.SomeLimits;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One node of a simulated house: the real use cases, on a clock of their own, behind the gate. */
final class SimulatedNode {
    final SettableClock clock = new SettableClock();
    final AccessLinks links;
    final Registering registering;
    final TakingPayment taking = new TakingPayment();
    final Settling settling;
    final Refunding refunding = new Refunding();
    final Reconciling reconciling = new Reconciling();
    final Hearing hearing = new Hearing();
    final FreeingSeats freeing;
    final Withdrawing withdrawing;
    final Attending attending;
    final Payments payments;

    SimulatedNode(SimulatedHouse house, Gate gate, Keepers keepers) {
        payments = gate.around(Payments.class, house.payments);
        var registrations = gate.around(Registrations.class, house.registrations);
        var checkouts = gate.around(Checkouts.class, house.checkouts);
        var vouchers = gate.around(Vouchers.class, house.vouchers);
        var events = gate.around(Events.class, house.events);
        var node = SomeSessions.on(house.events, clock);
        links = SomeViewers.links(node);
        var letters = new PaymentLetters(links, new AlertSettings(new EmailAddress("organizer@example.org")));
        var dues = new PaidSeats(payments, house.trail);
        settling = keepers.settling();
        settling.payments = payments;
        settling.registrations = registrations;
        settling.events = events;
        settling.redeeming = new Redeeming();
        settling.redeeming.vouchers = vouchers;
        settling.redeeming.payments = payments;
        settling.checkouts = checkouts;
        settling.noting = new NotingCheckouts(payments, clock);
        settling.letters = letters;
        settling.alerts = house::alerted;
        settling.ending = node.ending;
        settling.settings = new SettlementSettings(Duration.ofDays(14));
        settling.clock = clock;
        var quoting = new Quoting();
        quoting.vouchers = vouchers;
        quoting.prices = Optional::of;
        quoting.clock = clock;
        var ownViewer = SomeViewers.among(registrations, node);
        takingPayment(registrations, ownViewer, new Remembering(house.events, clock), quoting, checkouts, letters);
        refunding.payments = payments;
        refunding.registrations = registrations;
        refunding.events = settling.events;
        refunding.checkouts = settling.checkouts;
        refunding.settling = settling;
        refunding.trail = house.trail;
        refunding.clock = clock;
        reconciling.leases = gate.around(Leases.class, house.leases);
        reconciling.checkouts = checkouts;
        reconciling.payments = payments;
        reconciling.settling = settling;
        reconciling.clock = clock;
        hearing.checkouts = checkouts;
        hearing.payments = payments;
        hearing.settling = settling;
        hearing.clock = clock;
        hearing.threads = atOnce(gate);
        registering = SomeRegistering.on(registrations, clock);
        freeing = SomeKeepingSeats.freeing(registrations, events, links, dues, clock);
        attending = SomeKeepingSeats.attending(registrations, links, clock);
        withdrawing = SomeWithdrawing.withdrawing(registrations, links, node, dues, clock);
    }

    private void takingPayment(
            Registrations registrations,
            OwnViewer ownViewer,
            Browsing browsing,
            Quoting quoting,
            Checkouts checkouts,
            PaymentLetters letters) {
        taking.registrations = registrations;
        taking.ownViewer = ownViewer;
        taking.browsing = browsing;
        taking.payments = payments;
        taking.quoting = quoting;
        taking.guesses = new VoucherGuesses(SomeLimits.patience(clock));
        taking.inLine = new StandingInLine();
        taking.inLine.payments = payments;
        taking.inLine.checkouts = checkouts;
        taking.inLine.settling = settling;
        taking.inLine.clock = clock;
        taking.letters = letters;
        taking.settings = new CheckoutSettings(SomePayments.HOLD, SomePayments.GRACE);
        taking.clock = clock;
    }

    /** A round of the timer; a bug is no reason for it to go on. */
    void settleWhatIsDue() {
        for (var due : payments.due(clock.instant(), 48)) {
            try {
                settling.settleDue(due);
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
