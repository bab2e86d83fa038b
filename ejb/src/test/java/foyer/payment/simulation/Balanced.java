package foyer.payment.simulation;

import static java.util.Objects.requireNonNull;

import foyer.audit.Act;
import foyer.audit.AuditEntry;
import foyer.event.PaymentTerms.OnDispute;
import foyer.payment.SomePayments;
import foyer.payment.checkout.SomeTakingPayment;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payment.Need;
import foyer.payment.ledger.Progress;
import foyer.payment.ledger.RefundOrder;
import foyer.payment.ledger.Seen;
import foyer.registration.PaymentStatus;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import java.time.Instant;
import java.util.List;

/** Whether money, seats and access agree once a house has come to rest. */
final class Balanced {
    private final SimulatedHouse house;
    private final List<AuditEntry> trail;

    Balanced(SimulatedHouse house) {
        this.house = house;
        this.trail = house.trail.all();
    }

    void check() {
        house.payments.all().forEach(this::check);
        house.registrations.all().forEach(this::check);
        for (var voucher : house.vouchers.list(10, null).items()) {
            var used = house.payments.all().stream()
                    .filter(payment -> voucher.code().equals(payment.price().voucher()))
                    .filter(payment -> payment.outcome().usesVoucher())
                    .count();
            expect(used == voucher.uses(), voucher.uses() + " uses of " + voucher.code() + ", but " + used);
        }
    }

    private void check(Payment payment) {
        checkTrail(payment);
        var about = payment + " of " + payment.registration() + ": ";
        var seen = payment.checkout() == null ? payment.seen() : house.checkouts.look(payment);
        expect(payment.next().isEmpty(), about + "stays due");
        expect(payment.outcome() != Outcome.UNDECIDED, about + "stays undecided");
        expect(payment.seen().equals(payment.seen().joined(seen)), about + "the provider says " + seen);
        expect(house.checkouts.begun(payment.id()) <= payment.tries() + 1, about + "more checkouts than tries");
        expect(payment.checkout() == null || seen.progress() != Progress.OPEN, about + "can still be paid");
        expect(seen.returned() <= seen.taken(), about + "more went back than came");
        checkLetters(payment, seen, about);
        var registration = house.registration(payment.registration());
        var access = has(registration) && registration.fee().paidBy(payment.id().value());
        expect(access == (payment.outcome() == Outcome.GRANTED), about + "is granted or gives access, not both");
        var sold = requireNonNull(house.passed.get(payment.id())).contains(Outcome.GRANTED);
        var in = registration.state() == RegistrationState.CONFIRMED;
        expect(
                !sold || house.watches(registration.id()) == in,
                about + "their screen goes on, or their seat, not both");
        if (access) {
            checkGranted(payment, seen, registration, about);
        } else {
            var kept = SimulatedHouse.left(seen);
            var accepted =
                    writtenOff(payment).stream().mapToLong(left -> left).max().orElse(0);
            expect(kept <= accepted || !payment.needs().isEmpty(), about + kept + " kept for nothing, and on no list");
        }
        var owed = payment.wanted() > seen.ordered() && !seen.disputes().standing();
        expect(!owed || !payment.needs().isEmpty(), about + "a refund is wanted and not ordered");
    }

    // Of what a bank took nothing goes back, and nothing is told.
    private void checkLetters(Payment payment, Seen seen, String about) {
        var passed = requireNonNull(house.passed.get(payment.id()));
        var bank = seen.disputes().anyLost();
        var late = passed.contains(Outcome.TOO_LATE);
        var twice = passed.contains(Outcome.TWICE);
        expect(!late || bank || house.toldOf("paymentLate", payment), about + "nobody was told that it was late");
        expect(!twice || bank || house.toldOf("paymentTwice", payment), about + "nobody was told that it came twice");
        var failed = seen.progress() == Progress.FAILED;
        expect(!failed || house.toldOf("paymentFailed", payment), about + "nobody was told that no money came");
        var ended = passed.contains(Outcome.WITHDRAWN) && !house.event.takenDown();
        expect(!ended || house.toldOfTheEnd(payment), about + "its payer was not told that the seat ended");
        var disputed = seen.disputes().opened() > 0 && (policy() == OnDispute.REVOKE || payment.wanted() > 0);
        expect(disputed || !house.toldOf("paymentDisputed", payment), about + "a dispute that is none was told");
        expect(payment.needs().isEmpty() || house.toldAPerson(payment), about + "no person was called");
        var back = late || twice ? 0 : seen.returned();
        var told = house.toldToGoBack(payment).orElse(0);
        expect(told >= back, about + back + " went back, and its payer was told of " + told);
    }

    // Of a hundred orders the payment forgets the first, the trail none; nobody here lives so long.
    private void checkTrail(Payment payment) {
        var ordered =
                payment.orders().stream().map(RefundOrder::minorUnits).sorted().toList();
        var recorded = trail.stream()
                .filter(entry -> entry.act().equals(Act.REFUND_ORDERED))
                .filter(entry -> entry.subject().equals(payment.id().value()))
                .map(entry -> requireNonNull(entry.sum()).minorUnits())
                .sorted()
                .toList();
        expect(recorded.equals(ordered), payment + ": ordered back were " + ordered + ", recorded " + recorded);
        var losses = trail.stream()
                .filter(entry -> entry.act().equals(Act.LOSS_WRITTEN_OFF))
                .filter(entry -> entry.subject().equals(payment.id().value()))
                .count();
        var times = writtenOff(payment).size();
        expect(losses == times, payment + ": written off " + times + " times, recorded " + losses);
    }

    private List<Long> writtenOff(Payment payment) {
        return house.writtenOff.getOrDefault(payment.id(), List.of());
    }

    private void checkGranted(Payment payment, Seen seen, Registration registration, String about) {
        expect(house.toldOf("receipt", payment), about + "no receipt");
        expect(!house.event.takenDown(), about + "access to an event that was called off or put away");
        if (payment.price().free()) {
            return;
        }
        expect(payment.price().due().equals(seen.charged()), about + "access for " + seen.charged());
        expect(seen.returned() < seen.taken(), about + "access for nothing");
        expect(policy() != OnDispute.REVOKE || !seen.disputes().standing(), about + "access though it is disputed");
        var lost = seen.disputes().anyLost() && writtenOff(payment).isEmpty();
        expect(!lost || payment.needs(Need.DISPUTE), about + "a bank took money of it, and nobody is told");
        expect(registration.fee().refunded() == seen.returned(), about + "the registration knows another refund");
        var asked = house.askedBack.getOrDefault(payment.id(), 0L);
        var there = house.sentBackThere.getOrDefault(payment.id(), 0L);
        expect(seen.ordered() <= asked + there, about + seen.ordered() + " sent back of " + asked + " and " + there);
        var sent = asked - house.refusedToSend.getOrDefault(payment.id(), 0L) + there;
        expect(
                seen.ordered() >= sent || seen.failed() > 0 || seen.disputes().standing(),
                about + "of " + asked + " and " + there + " only " + seen.ordered() + " sent back");
    }

    private OnDispute policy() {
        return house.event.plan().admission().payment().onDispute();
    }

    private void check(Registration registration) {
        expect(registration.state() != RegistrationState.HELD, registration + " is held for ever");
        var begun = house.payments.of(registration.id());
        expect(begun.size() <= SomeTakingPayment.MOST, registration + " has " + begun.size() + " payments");
        begun.stream()
                .filter(payment -> !payment.price().free())
                .filter(payment -> payment.payableUntil().isAfter(latest(begun.get(0))))
                .forEach(payment -> expect(false, payment + " keeps its seat for too long"));
        var granted = begun.stream()
                .filter(payment -> payment.outcome() == Outcome.GRANTED)
                .count();
        var paid = has(registration) && registration.paymentStatus() != PaymentStatus.NOT_REQUIRED;
        expect(granted == (paid ? 1 : 0), registration + " by " + granted + " payments");
    }

    private static Instant latest(Payment first) {
        return first.createdAt().plus(SomePayments.HOLD.multipliedBy(2));
    }

    private static boolean has(Registration registration) {
        return switch (registration.state()) {
            case CONFIRMED, AWAITING_APPROVAL -> true;
            case HELD, WAITING, CANCELLED, EXPIRED -> false;
        };
    }

    private void expect(boolean right, String otherwise) {
        if (!right) {
            house.faults.add(otherwise);
        }
    }
}
