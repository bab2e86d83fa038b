package foyer.payment.settlement;

import foyer.event.Event;
import foyer.event.Events;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payment.Need;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Payments;
import foyer.payment.ledger.Progress;
import foyer.payment.ledger.Seen;
import foyer.payment.letters.Alerts;
import foyer.payment.letters.PaymentLetters;
import foyer.payment.provider.CheckoutRefused;
import foyer.payment.provider.Checkouts;
import foyer.payment.provider.KeySpent;
import foyer.payment.provider.StillInLine;
import foyer.payment.verdict.Tidings;
import foyer.payment.verdict.Verdict;
import foyer.payment.voucher.Redeeming;
import foyer.payment.voucher.VoucherRefused;
import foyer.registration.AddressTaken;
import foyer.registration.Capacity;
import foyer.registration.Registration;
import foyer.registration.Registrations;
import foyer.registration.SoldOut;
import foyer.session.Ending;
import foyer.shared.Alongside;
import foyer.shared.NotFound;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds out how a payment stands, writes down what that means, and then does what follows of it: called by notices, by
 * viewers who come back, by the timer and by operators, and whoever calls, the same happens. What is to be done is claimed in
 * the store before it is done, and looked at again afterwards: so it may die at any point, and the next one goes on.
 */
@ApplicationScoped
public class Settling {
    private static final int ROUNDS = 12;
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration CLOSED_BY_THEN = Duration.ofMinutes(5);
    private static final int TRIED_BY_THEN = 10;

    @Inject
    Payments payments;

    @Inject
    Registrations registrations;

    @Inject
    Events events;

    @Inject
    Redeeming redeeming;

    @Inject
    Checkouts checkouts;

    @Inject
    NotingCheckouts noting;

    @Inject
    PaymentLetters letters;

    @Inject
    Alerts alerts;

    @Inject
    Ending ending;

    @Inject
    SettlementSettings settings;

    @Inject
    Clock clock;

    /**
     * How the payment stands once all that follows of it is done. Fails with {@link Unavailable} or {@link KeySpent} when the
     * provider does not answer, and with {@link StillInLine} when others are at it; what was found out by then is written,
     * and it stays due.
     */
    public Payment settle(PaymentId id) {
        for (var round = 0; round < ROUNDS; round++) {
            try {
                var before = takenUp(payments.find(id).orElseThrow(() -> new NotFound("payment")));
                takeBack(before);
                var settled = act(decide(before));
                if (settled.isPresent()) {
                    return settled.get();
                }
            } catch (VersionConflict meanwhile) {
                // Somebody else is at it, or the registration changed: it is looked at anew.
            }
        }
        throw new StillInLine("Much happens to this payment at once. Please try again.", Duration.ofSeconds(1));
    }

    /** The same for one that was found to be due; nothing for one that somebody else has taken up meanwhile. */
    void settleDue(Payment due) {
        try {
            claimed(due);
        } catch (VersionConflict fasterOnes) {
            return;
        }
        settle(due.id());
    }

    // Whoever is told of something from now on finds it taken up, and calls for it anew: then this look is not the
    // last. What was taken up already is not claimed again, for those who look at once would each undo the other's
    // claim.
    Payment takenUp(Payment seen) {
        return seen.calledFor() ? claimed(seen) : seen;
    }

    private Payment claimed(Payment seen) {
        return replaced(seen, seen.claimed(LEASE, clock.instant()));
    }

    // Written down before anything else may be done: a right that is gone ends before its money goes.
    void takeBack(Payment before) {
        if (before.outcome().tookBack()) {
            registrations
                    .find(before.registration())
                    .filter(registration -> registration.state().over())
                    .ifPresent(over -> ending.revoke(over.id().value(), over.version()));
        }
    }

    private Verdict decide(Payment before) {
        var seen = before.checkout() == null ? before.seen() : checkouts.look(before);
        var registration = registrations.find(before.registration()).orElseThrow(() -> new NotFound("registration"));
        var event = events.find(before.event()).orElseThrow(() -> new NotFound("event"));
        var verdict = judged(before, seen, registration, event);
        try {
            write(before, registration, event, verdict);
            return verdict;
        } catch (SoldOut | AddressTaken | VoucherRefused late) {
            var refusal = Verdict.tooLate(before, seen, registration, event, settings.delay(), clock.instant());
            write(before, registration, event, refusal);
            return refusal;
        }
    }

    Verdict judged(Payment before, Seen seen, Registration registration, Event event) {
        return Verdict.of(before, seen, registration, event, settings.delay(), clock.instant());
    }

    private void write(Payment before, Registration held, Event event, Verdict verdict) {
        if (!verdict.changes(before, held)) {
            return;
        }
        store(before, held, event, verdict);
        if (verdict.tidings().contains(Tidings.ALERT)) {
            alerts.raised(verdict.payment(), null);
        }
    }

    private void store(Payment before, Registration held, Event event, Verdict verdict) {
        var facts = letters.of(verdict, event, clock.instant());
        var besides = Alongside.of(redeeming.settled(verdict, held), other(verdict, held));
        if (verdict.registration().equals(held)) {
            payments.replace(before, verdict.payment(), besides, facts);
            return;
        }
        var alongside = verdict.payment().equals(before)
                ? besides
                : Alongside.of(payments.replacing(before, verdict.payment()), besides);
        if (verdict.seat()) {
            registrations.seat(held, verdict.registration(), Capacity.of(event), alongside, facts);
        } else {
            registrations.replace(held, verdict.registration(), alongside, facts);
        }
    }

    // Of two that are open one is paid: nobody shall pay the other as well.
    private Alongside other(Verdict verdict, Registration held) {
        var begun = held.fee().payment();
        var paid = verdict.registration().fee().payment();
        return begun == null || begun.equals(paid)
                ? Alongside.nothing()
                : payments.calling(new PaymentId(begun), clock.instant());
    }

    // Empty where it has to be looked at once more.
    private Optional<Payment> act(Verdict verdict) {
        var payment = verdict.payment();
        try {
            return switch (verdict.act()) {
                case NOTHING -> Optional.of(payment);
                case AGAIN -> Optional.empty();
                case OPEN -> Optional.of(open(payment));
                case OPEN_TO_CLOSE -> {
                    open(payment);
                    yield Optional.empty();
                }
                case CLOSE -> {
                    checkouts.close(payment);
                    yield Optional.empty();
                }
                case REFUND -> {
                    checkouts.refund(payment, payment.wanted() - payment.seen().ordered());
                    yield Optional.empty();
                }
            };
        } catch (KeySpent spent) {
            var now = clock.instant();
            payments.replace(payment, payment.retried(now.plus(AFTER_FAILURE), now), Alongside.nothing());
            throw spent;
        } catch (CheckoutRefused refusal) {
            return refused(verdict, refusal);
        }
    }

    private Payment open(Payment payment) {
        var registration = registrations.find(payment.registration()).orElseThrow(() -> new NotFound("registration"));
        var event = events.find(payment.event()).orElseThrow(() -> new NotFound("event"));
        return noting.noted(payment, checkouts.open(payment, registration, event));
    }

    // Where we were told of no checkout nobody can have paid: one that we cannot get is over, and another may be begun.
    private Optional<Payment> refused(Verdict verdict, CheckoutRefused why) {
        var payment = verdict.payment();
        var now = clock.instant();
        switch (verdict.act()) {
            case OPEN_TO_CLOSE ->
                payments.replace(payment, payment.seeing(Seen.at(Progress.EXPIRED), now), Alongside.nothing());
            case OPEN -> {
                alerted(payment, payment.refused(now), why);
                throw why;
            }
            // Whose bank is just asked is not broken off by the provider. It is tried again for some minutes, however
            // often somebody looks meanwhile, and each time by another key, for its refusal is what a key answers from
            // then on.
            case CLOSE -> {
                if (payment.needs(Need.REFUSED)) {
                    // A person was called for it. Whoever looks tries once more.
                    return Optional.of(replaced(payment, payment.retried(null, now)));
                }
                if (!payment.unclosedFor(CLOSED_BY_THEN, TRIED_BY_THEN, now)) {
                    return Optional.of(replaced(payment, payment.notClosed(now.plus(AFTER_FAILURE), now)));
                }
                refusedAsItStands(payment, why);
            }
            case REFUND, NOTHING, AGAIN -> refusedAsItStands(payment, why);
        }
        return Optional.empty();
    }

    private Payment replaced(Payment before, Payment after) {
        payments.replace(before, after, Alongside.nothing());
        return after;
    }

    // Somebody may have done the same at the provider meanwhile, which is no matter for a person. It is taken up anew,
    // so that whoever is told of that from now on makes us look again. A refusal is what its key answers from then on:
    // whatever follows of what is seen now is asked for by another.
    private void refusedAsItStands(Payment payment, CheckoutRefused why) {
        var claimed = claimed(payment);
        var seen = claimed.seen().joined(checkouts.look(claimed));
        var now = clock.instant();
        if (seen.equals(claimed.seen())) {
            alerted(claimed, claimed.refusedForGood(now), why);
            throw why;
        }
        payments.replace(claimed, claimed.retried(now, now), Alongside.nothing());
    }

    private void alerted(Payment before, Payment refused, CheckoutRefused why) {
        var event = events.find(before.event()).orElseThrow(() -> new NotFound("event"));
        payments.replace(before, refused, Alongside.nothing(), letters.refused(refused, event, why, clock.instant()));
        alerts.raised(refused, why);
    }
}
