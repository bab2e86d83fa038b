package foyer.payment.simulation;

import static java.util.Objects.requireNonNull;

import foyer.audit.AuditTrailInMemory;
import foyer.event.Event;
import foyer.event.EventsInMemory;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payment.Need;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.PaymentsInMemory;
import foyer.payment.ledger.Seen;
import foyer.payment.provider.CheckoutRefused;
import foyer.payment.provider.CheckoutsInMemory;
import foyer.payment.reconciliation.Leases;
import foyer.payment.reconciliation.LeasesInMemory;
import foyer.payment.voucher.VouchersInMemory;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.RegistrationState;
import foyer.registration.RegistrationsInMemory;
import foyer.session.Session;
import foyer.session.SessionsInMemory;
import foyer.session.Standing;
import foyer.shared.Outgoing;
import foyer.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A house on two nodes that sells one event, and all that is known of it from outside: what payers did, and what was told. */
final class SimulatedHouse implements Gate.Watcher, PaymentsInMemory.Watcher, LeasesInMemory.Watcher {
    private static final Set<String> ONCE =
            Set.of("receipt", "paymentFailed", "paymentLate", "paymentTwice", "paymentDisputed");

    final SettableClock clock = new SettableClock();
    final EventsInMemory events = new EventsInMemory();
    final AuditTrailInMemory trail = new AuditTrailInMemory();
    final LeasesInMemory leases;
    final PaymentsInMemory payments;
    final RegistrationsInMemory registrations;
    final VouchersInMemory vouchers;
    final SessionsInMemory sessions = new SessionsInMemory();
    final CheckoutsInMemory checkouts;
    final Gate gate = new Gate(this);
    final List<SimulatedNode> nodes;
    final Map<PaymentId, Long> askedBack = new HashMap<>();
    final Map<PaymentId, Long> refusedToSend = new HashMap<>();
    final Map<PaymentId, Long> sentBackThere = new HashMap<>();
    /** What was left of each payment, each time that a loss of it was written off. */
    final Map<PaymentId, List<Long>> writtenOff = new HashMap<>();
    /** What was made of each payment, one after the other. */
    final Map<PaymentId, Set<Outcome>> passed = new HashMap<>();

    final List<WhatOrganizersDo.Ordered> ordered = new ArrayList<>();
    final List<PaymentId> notices = new ArrayList<>();
    final List<RegistrationId> people = new ArrayList<>();
    final List<String> faults = new ArrayList<>();
    Event event;
    boolean toBeCalledOff;
    private final Map<RegistrationId, Session> screens = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> toldOfTheEnd = new HashSet<>();
    private @Nullable String heard;
    private final Set<String> alerted = new HashSet<>();
    private long newestThatKept;

    SimulatedHouse(Keepers keepers, Event event, Duration ahead) {
        this.event = event;
        events.add(event);
        payments = keepers.payments(this);
        registrations = keepers.registrations();
        vouchers = keepers.vouchers();
        leases = keepers.leases(this);
        checkouts = keepers.checkouts(clock);
        nodes = List.of(new SimulatedNode(this, gate, keepers), new SimulatedNode(this, gate, keepers));
        nodes.get(1).clock.pass(ahead);
        listen();
    }

    void pass(Duration time) {
        clock.pass(time);
        nodes.forEach(node -> node.clock.pass(time));
    }

    Instant now() {
        return clock.instant();
    }

    /** Takes up what the provider has to say; which payments that is about. */
    Set<PaymentId> listen() {
        var more = checkouts.heardSince(heard);
        heard = more.place();
        more.payments().forEach(this::repeat);
        return more.payments();
    }

    /** The provider has to tell of it, once more if it has told before. */
    void repeat(PaymentId payment) {
        if (!notices.contains(payment)) {
            notices.add(payment);
        }
    }

    Registration registration(RegistrationId id) {
        return registrations.find(id).orElseThrow();
    }

    @Override
    public void changed(@Nullable Payment before, Payment after) {
        passed.computeIfAbsent(after.id(), any -> EnumSet.noneOf(Outcome.class)).add(after.outcome());
        if (before == null) {
            return;
        }
        if (before.outcome() != after.outcome() && !before.outcome().next().contains(after.outcome())) {
            faults.add("an outcome moves backwards: from " + before + " to " + after);
        }
        if (!after.seen().equals(after.seen().joined(before.seen()))) {
            faults.add("what was seen is forgotten: " + before.seen() + ", then " + after.seen());
        }
        if (after.needs(Need.REFUSED) && !before.needs(Need.REFUSED)) {
            var left = Math.max(0, after.wanted() - after.seen().ordered());
            refusedToSend.merge(after.id(), left, Long::sum);
        }
        if (isWrittenOff(before, after)) {
            writtenOff.computeIfAbsent(after.id(), any -> new ArrayList<>()).add(left(after.seen()));
        }
        for (var order : after.orders()) {
            if (keys.add(order.id())) {
                askedBack.merge(after.id(), order.minorUnits(), Long::sum);
            }
        }
    }

    private static boolean isWrittenOff(Payment before, Payment after) {
        var disputes = before.seen().disputes();
        return disputes.anyLost()
                && !disputes.open()
                && !before.needs().isEmpty()
                && after.equals(before.writtenOff(after.updatedAt()));
    }

    /** What did not go back to its payer but for what a bank took, in minor units. */
    static long left(Seen seen) {
        return seen.lostAll() ? 0 : seen.taken() - seen.returned();
    }

    @Override
    public void kept(Leases.Lease by) {
        if (by.token() < newestThatKept) {
            faults.add("what token " + newestThatKept + " kept is written over by token " + by.token());
        }
        newestThatKept = Math.max(newestThatKept, by.token());
    }

    @Override
    public void done(String call, Object[] with) {
        if (call.equals("replace") || call.equals("seat")) {
            if (with.length > 0 && with[with.length - 1] instanceof Outgoing[] facts) {
                for (var fact : facts) {
                    tell(fact);
                }
            }
        }
        if (call.equals("replace") || call.equals("seat") || call.equals("add")) {
            countSeats();
            countVouchers();
            letIn();
        }
        if (call.equals("refund") && with[0] instanceof Payment payment) {
            checkRight(payment);
        }
    }

    private void tell(Outgoing fact) {
        var kind = String.valueOf(fact.facts().get("kind"));
        if (!told.add(fact.id()) && ONCE.contains(kind)) {
            faults.add("told twice: " + fact.id());
        }
        // Who never had a seat, and no entry in the calendar, is named by no registration.
        if (kind.equals("revoked")
                && fact.facts().get("details") instanceof Map<?, ?> details
                && details.get("registration") instanceof String revoked) {
            toldOfTheEnd.add(revoked);
        }
    }

    /** Whoever watches the figures is called for what is written, and once for each. */
    void alerted(Payment payment, @Nullable CheckoutRefused why) {
        var kept = payments.find(payment.id()).map(Payment::version).orElse(0L);
        if (kept < payment.version()) {
            faults.add("a person is called for what is not written: " + payment);
        }
        if (!alerted.add(payment.id() + " " + payment.version())) {
            faults.add("a person is called twice for " + payment);
        }
    }

    boolean toldOf(String kind, Payment payment) {
        return told.contains(kind + "-" + payment.id().value());
    }

    /** How much its payer was told to get back, at the most; empty: nothing was told. */
    OptionalLong toldToGoBack(Payment payment) {
        var kind = "refunded-" + payment.id().value() + "-";
        return told.stream()
                .filter(id -> id.startsWith(kind))
                .mapToLong(id -> Long.parseLong(id.substring(kind.length())))
                .max();
    }

    /** Whether its payer was told that their seat ended: by the organizer, for a dispute, or with their money. */
    boolean toldOfTheEnd(Payment payment) {
        return toldOfTheEnd.contains(payment.registration().value())
                || toldOf("paymentDisputed", payment)
                || toldToGoBack(payment).isPresent();
    }

    /** Whether a person was called for it, or for what is wrong with its event. */
    boolean toldAPerson(Payment payment) {
        return Stream.of(payment.id().value(), payment.event().value())
                .map(about -> "paymentAlert-" + about + "-")
                .anyMatch(kind -> told.stream().anyMatch(id -> id.startsWith(kind)));
    }

    /** Whoever has their seat watches at once, and leaves the screen on. */
    private void letIn() {
        for (var registration : registrations.all()) {
            if (registration.state() == RegistrationState.CONFIRMED && !screens.containsKey(registration.id())) {
                var viewer = registration.id().value();
                var opened = nodes.get(0).node.opening.forRegistration(event, viewer, registration.version(), 1);
                screens.put(registration.id(), opened.session());
            }
        }
    }

    /** The right that it gave ends before the money goes. */
    private void checkRight(Payment payment) {
        var gave = requireNonNull(passed.get(payment.id())).contains(Outcome.GRANTED);
        if (gave && payment.outcome().tookBack() && watches(payment.registration())) {
            faults.add("money goes back while its payer watches: " + payment);
        }
    }

    /** Whether their screen is still served. */
    boolean watches(RegistrationId id) {
        var screen = screens.get(id);
        return screen != null && sessions.standingOf(screen) == Standing.LIVE;
    }

    private void countSeats() {
        var capacity = event.plan().admission().capacity();
        var seated =
                registrations.all().stream().filter(one -> one.state().seated()).count();
        if (capacity != null && seated > capacity) {
            faults.add(seated + " seats of " + capacity);
        }
    }

    private void countVouchers() {
        for (var voucher : vouchers.list(10, null).items()) {
            if (voucher.limit() != null && voucher.uses() > requireNonNull(voucher.limit())) {
                faults.add(voucher.uses() + " uses of " + voucher.code());
            }
        }
    }
}
