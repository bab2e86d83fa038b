package foyer.payment.verdict;

import static foyer.payment.SomePayments.TWELVE;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.Event;
import foyer.event.SomeEvents;
import foyer.payment.ledger.Checkout;
import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payment.Need;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Price;
import foyer.payment.ledger.Progress;
import foyer.payment.ledger.Seen;
import foyer.payment.ledger.Seen.Flaw;
import foyer.payment.simulation.SimulatedEvents;
import foyer.payment.verdict.Verdict.Act;
import foyer.registration.Fee;
import foyer.registration.PaymentStatus;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import foyer.registration.SomeRegistrations;
import foyer.shared.Money;
import foyer.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is seen only grows, what is decided only moves on, and every case has a verdict. */
class LatticePropertiesTest {
    private static final Instant NOON = SettableClock.NOON;
    private static final Duration DELAY = Duration.ofDays(14);
    private static final List<Event> EVENTS = events();

    @Property
    void whatIsSeenJoinsInAnyOrder(
            @ForAll("sights") Seen one, @ForAll("sights") Seen other, @ForAll("sights") Seen third) {
        assertThat(one.joined(other)).isEqualTo(other.joined(one));
        assertThat(one.joined(other).joined(third)).isEqualTo(one.joined(other.joined(third)));
        assertThat(one.joined(one)).isEqualTo(one);
    }

    @Property
    void nothingThatWasSeenIsLost(@ForAll("sights") Seen one, @ForAll("sights") Seen other) {
        var both = one.joined(other);

        assertThat(both.joined(one)).isEqualTo(both);
        assertThat(both.progress()).isGreaterThanOrEqualTo(one.progress());
        assertThat(both.ordered()).isGreaterThanOrEqualTo(one.ordered());
        assertThat(both.failed()).isGreaterThanOrEqualTo(one.failed());
        assertThat(both.elsewhere()).isGreaterThanOrEqualTo(one.elsewhere());
        assertThat(both.disputes().joined(one.disputes())).isEqualTo(both.disputes());
        assertThat(both.flaws()).containsAll(one.flaws());
        assertThat(both.taken()).isGreaterThanOrEqualTo(one.taken());
    }

    @Property(tries = 5_000)
    void everyCaseHasAVerdictThatMovesOnAndComesToRest(
            @ForAll("payments") Payment payment,
            @ForAll("sights") Seen seen,
            @ForAll("registrations") Registration registration,
            @ForAll("evenings") Event event) {
        var before = payment;
        var held = named(registration, payment);
        for (var round = 0; round < 6; round++) {
            var verdict = Verdict.of(before, seen, held, event, DELAY, NOON);
            assertThat(before.outcome() == verdict.payment().outcome()
                            || before.outcome()
                                    .next()
                                    .contains(verdict.payment().outcome()))
                    .isTrue();
            assertThat(verdict.payment().seen()).isEqualTo(before.seen().joined(seen));
            if (verdict.payment().outcome() == before.outcome() && round > 0) {
                assertThat(verdict.tidings()).isEmpty();
            }
            before = verdict.payment();
            held = verdict.registration();
            if (verdict.act() != Act.AGAIN) {
                break;
            }
        }

        var again = Verdict.of(before, seen, held, event, DELAY, NOON);

        assertThat(again.act()).isNotEqualTo(Act.AGAIN);
        assertThat(again.payment().outcome()).isEqualTo(before.outcome());
        assertThat(again.registration()).isEqualTo(held);
        assertThat(again.tidings()).isEmpty();
        assertThat(again.voucher()).isEqualTo(Verdict.VoucherUse.AS_IT_IS);
    }

    @Provide
    static Arbitrary<Seen> sights() {
        var sums = Arbitraries.of(0L, 300L, 1200L);
        return Combinators.combine(
                        Arbitraries.of(Progress.class),
                        Arbitraries.of(TWELVE, new Money(700, TWELVE.currency())),
                        sums,
                        sums,
                        sums,
                        disputes(),
                        Arbitraries.of(Flaw.class).set().ofMaxSize(1))
                .as(LatticePropertiesTest::seen);
    }

    private static Arbitrary<Disputes> disputes() {
        var each = Arbitraries.of(
                Disputes.OPEN, Disputes.WON, Disputes.losing(1200), Disputes.losing(500), Disputes.losing(0));
        return each.list().ofMaxSize(4).map(all -> all.stream().reduce(Disputes.NONE, Disputes::and));
    }

    @Provide
    static Arbitrary<Payment> payments() {
        return Combinators.combine(
                        Arbitraries.of(Outcome.class),
                        sights(),
                        Arbitraries.of(0L, 300L, 1200L, 2400L),
                        Arbitraries.of(Need.class).set(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(LatticePropertiesTest::payment);
    }

    @Provide
    static Arbitrary<Registration> registrations() {
        return Combinators.combine(
                        Arbitraries.of(RegistrationState.class),
                        Arbitraries.of(PaymentStatus.class),
                        Arbitraries.of("this one", "another", "none"))
                .as(LatticePropertiesTest::registration)
                .filter(LatticePropertiesTest::mayBe);
    }

    /** No seat runs out that is paid for: to be paid and to be kept for good is one write. */
    private static boolean mayBe(Registration registration) {
        return registration.state() != RegistrationState.EXPIRED
                || registration.paymentStatus() != PaymentStatus.COMPLETED;
    }

    @Provide
    static Arbitrary<Event> evenings() {
        return Arbitraries.of(EVENTS);
    }

    // Money comes with the progress that says so, and no more goes back than came.
    private static Seen seen(
            Progress progress,
            Money charged,
            long ordered,
            long failed,
            long elsewhere,
            Disputes disputes,
            Set<Flaw> flaws) {
        if (progress != Progress.PAID) {
            return new Seen(progress, null, 0, 0, 0, Disputes.NONE, flaws);
        }
        var all = Math.min(ordered, charged.minorUnits());
        return new Seen(progress, charged, all, Math.min(failed, all), Math.min(elsewhere, all), disputes, flaws);
    }

    // What was decided was paid; what was not has no refund.
    private static Payment payment(
            Outcome outcome, Seen seen, long wanted, Set<Need> needs, boolean opened, boolean voucher, boolean over) {
        var price = voucher ? new Price(new Money(2400, TWELVE.currency()), 1200, "HALF") : Price.of(TWELVE);
        var decided = outcome != Outcome.UNDECIDED && outcome != Outcome.LAPSED;
        var known = decided
                ? seen(
                        Progress.PAID,
                        TWELVE,
                        seen.ordered(),
                        seen.failed(),
                        seen.elsewhere(),
                        seen.disputes(),
                        seen.flaws())
                : seen.paid() ? Seen.at(Progress.OPEN) : seen;
        var until = over ? NOON.minusSeconds(60) : NOON.plusSeconds(60);
        return new Payment(
                PaymentId.fresh(),
                SomeRegistrations.aHeldRegistration().id(),
                EVENTS.get(0).id(),
                price,
                null,
                opened || known.progress() != Progress.INTENDED ? new Checkout("cs", "https://pay.example") : null,
                until,
                known,
                outcome,
                decided ? wanted : 0,
                List.of(),
                0,
                null,
                decided ? needs : Set.of(),
                null,
                3,
                NOON.minusSeconds(600),
                NOON.minusSeconds(300));
    }

    private static Registration registration(RegistrationState state, PaymentStatus status, String payment) {
        var made = SomeRegistrations.registration(
                EVENTS.get(0).id(), SomeRegistrations.anAddress(), state, status, NOON.minusSeconds(600));
        return with(made, new Fee(status, payment, false, null, 0, false));
    }

    private static Registration named(Registration registration, Payment payment) {
        var fee = registration.fee();
        var named = "this one".equals(fee.payment()) ? payment.id().value() : fee.payment();
        return with(registration, new Fee(fee.status(), named, false, null, 0, false));
    }

    private static Registration with(Registration made, Fee fee) {
        return new Registration(
                made.id(),
                made.event(),
                made.email(),
                made.userData(),
                made.language(),
                made.state(),
                fee,
                true,
                made.credentials(),
                made.heldUntil(),
                made.version(),
                made.createdAt(),
                made.updatedAt(),
                false);
    }

    private static List<Event> events() {
        var event = SimulatedEvents.ALL.get(0);
        return List.of(
                event,
                SimulatedEvents.ALL.get(4),
                SomeEvents.cancelledAt(event, NOON),
                SomeEvents.archived(event, NOON),
                SomeEvents.archived(event, NOON.plus(Duration.ofDays(300))));
    }
}
