package foyer.payment.provider;

import static foyer.payment.SomePayments.TWELVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.SomeEvents;
import foyer.payment.SomePayments;
import foyer.payment.ledger.Checkout;
import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Price;
import foyer.payment.ledger.Progress;
import foyer.payment.ledger.Seen;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import foyer.registration.SomeRegistrations;
import foyer.shared.EmailAddress;
import foyer.shared.Money;
import foyer.shared.SettableClock;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every payment provider promises, and every stand-in for one. */
public interface CheckoutsContract {
    Checkouts checkouts();

    SettableClock clock();

    Outside outside();

    /** What payers and their banks do, and the organizer in the provider's own pages. */
    interface Outside {
        void pay(Payment payment);

        /** By a method that takes its time. */
        void payLater(Payment payment);

        /** The time is over, and the money came or did not. */
        void settle(Payment payment, boolean paid);

        /** Some of it, past us. */
        void refundThere(Payment payment, long minorUnits);

        /** The bank of the payer takes back nothing of what was sent back last. */
        void failRefund(Payment payment, long minorUnits);

        /** All that is left of it. */
        void dispute(Payment payment);

        void dispute(Payment payment, long minorUnits);

        void decideDispute(Payment payment, boolean won);
    }

    default Payment anIntent() {
        var now = clock().instant();
        return Payment.intended(
                PaymentId.fresh(),
                aBuyer().id(),
                EventId.fresh(),
                Price.of(TWELVE),
                null,
                now.plus(SomePayments.HOLD),
                now);
    }

    default Payment anOpenPayment() {
        var intent = anIntent();
        return intent.opened(open(intent), clock().instant());
    }

    default Payment aPaidOne() {
        var payment = anOpenPayment();
        outside().pay(payment);
        return payment;
    }

    default Checkout open(Payment payment) {
        return checkouts().open(payment, aBuyer(), anEvent());
    }

    /** As whoever has looked at it knows it. */
    default Payment lookedAt(Payment payment) {
        return payment.seeing(look(payment), clock().instant());
    }

    default Seen look(Payment payment) {
        return checkouts().look(payment);
    }

    static Registration aBuyer() {
        return SomeRegistrations.registration(
                EventId.fresh(), new EmailAddress("ada@example.org"), RegistrationState.HELD);
    }

    static Event anEvent() {
        var submission = SomeEvents.aSubmissionWith("authType", "payment");
        submission.put("paymentConfig", Map.of("price", 1200L, "currency", "EUR"));
        return SomeEvents.aPublishedEventOf(submission);
    }

    @Test
    default void whatIsOpenedWaitsForThePayer() {
        var payment = anOpenPayment();

        assertThat(payment.atProvider().orElseThrow().url()).startsWith("http");
        assertThat(look(payment)).isEqualTo(Seen.at(Progress.OPEN));
    }

    @Test
    default void whoAsksAgainGetsTheSame() {
        var intent = anIntent();
        var first = open(intent);
        clock().pass(Duration.ofMinutes(5));

        assertThat(open(intent)).isEqualTo(first);
    }

    @Test
    default void anotherTryIsAnotherCheckout() {
        var intent = anIntent();
        var first = open(intent);

        assertThat(open(intent.retried(clock().instant(), clock().instant())).id())
                .isNotEqualTo(first.id());
    }

    @Test
    default void nobodyCanPayWhatIsOpenedAfterItsTime() {
        var intent = anIntent();
        clock().pass(SomePayments.HOLD.plusMinutes(2));

        assertThatThrownBy(() -> open(intent)).isInstanceOf(CheckoutRefused.class);
    }

    @Test
    default void whatWasOpenedInTimeIsToldAfterwardsToo() {
        var intent = anIntent();
        var first = open(intent);
        clock().pass(SomePayments.HOLD.plusMinutes(2));

        assertThat(open(intent)).isEqualTo(first);
    }

    @Test
    default void itEndsByItself() {
        var payment = anOpenPayment();
        clock().pass(SomePayments.HOLD.plusMinutes(2));

        assertThat(look(payment)).isEqualTo(Seen.at(Progress.EXPIRED));
    }

    @Test
    default void moneyIsSeenWithItsSum() {
        var seen = look(aPaidOne());

        assertThat(seen.progress()).isEqualTo(Progress.PAID);
        assertThat(seen.charged()).isEqualTo(TWELVE);
        assertThat(seen.returned()).isZero();
        assertThat(seen.flaws()).isEmpty();
    }

    @Test
    default void moneyThatTakesItsTimeIsNotThereYet() {
        var payment = anOpenPayment();
        outside().payLater(payment);

        assertThat(look(payment)).isEqualTo(Seen.at(Progress.PROCESSING));
        outside().settle(payment, true);
        assertThat(look(payment).charged()).isEqualTo(TWELVE);
    }

    @Test
    default void moneyThatNeverCameIsSeen() {
        var payment = anOpenPayment();
        outside().payLater(payment);
        outside().settle(payment, false);

        assertThat(look(payment)).isEqualTo(Seen.at(Progress.FAILED));
    }

    @Test
    default void nobodyPaysWhatIsClosed() {
        var payment = anOpenPayment();
        checkouts().close(payment);
        checkouts().close(payment);

        assertThat(look(payment)).isEqualTo(Seen.at(Progress.EXPIRED));
    }

    @Test
    default void closingLeavesWhatIsPaid() {
        var payment = aPaidOne();
        checkouts().close(payment);

        assertThat(look(payment).paid()).isTrue();
    }

    @Test
    default void closingLeavesWhatEndedByItself() {
        var payment = anOpenPayment();
        clock().pass(Duration.ofDays(2));
        checkouts().close(payment);

        assertThat(look(payment)).isEqualTo(Seen.at(Progress.EXPIRED));
    }

    @Test
    default void moneyGoesBackOnceHoweverOftenItIsAskedFor() {
        var payment = aPaidOne();
        checkouts().refund(payment, 500);
        checkouts().refund(payment, 500);

        assertThat(look(payment).returned()).isEqualTo(500);
    }

    @Test
    default void whatComesOnTopOfWhatWasSeenIsAnotherRefund() {
        var payment = aPaidOne();
        checkouts().refund(payment, 500);
        checkouts().refund(lookedAt(payment), 700);

        assertThat(look(payment).returned()).isEqualTo(1200);
    }

    /** Whoever was slow on the way may know of fewer orders than who overtook them. */
    @Test
    default void ofTwoOrdersThatFollowTheSameRefundsOneIsSent() {
        var payment = aPaidOne();
        checkouts().refund(payment, 800);

        assertThatThrownBy(() -> checkouts().refund(payment, 300)).isInstanceOf(KeySpent.class);
        assertThat(look(payment).returned()).isEqualTo(800);
    }

    @Test
    default void noMoreGoesBackThanThereWas() {
        var payment = aPaidOne();

        assertThatThrownBy(() -> checkouts().refund(payment, 1201)).isInstanceOf(CheckoutRefused.class);
        assertThat(look(payment).returned()).isZero();
    }

    /** As where somebody changed the checkout at the provider. */
    @Test
    default void whatCameInAnotherCurrencyThanWasAskedForGoesBackInThatOne() {
        var paid = aPaidOne();
        var now = clock().instant();
        var kronur = Price.of(new Money(500, Currency.getInstance("ISK")));
        var other = Payment.intended(paid.id(), paid.registration(), paid.event(), kronur, null, now, now)
                .opened(paid.atProvider().orElseThrow(), now)
                .seeing(look(paid), now);

        checkouts().refund(other, 1200);

        assertThat(look(paid).returned()).isEqualTo(1200);
    }

    @Test
    default void ofThreeDecimalsTheLastIsZero() {
        var kuwait = Currency.getInstance("KWD");

        assertThat(checkouts().has(new Money(1230, kuwait))).isTrue();
        assertThat(checkouts().has(new Money(1234, kuwait))).isFalse();
        assertThat(checkouts().has(new Money(1, Currency.getInstance("EUR")))).isTrue();
    }

    @Test
    default void whatWentBackPastUsIsSeen() {
        var payment = aPaidOne();
        outside().refundThere(payment, 300);

        assertThat(look(payment).returned()).isEqualTo(300);
        assertThat(look(payment).elsewhere()).isEqualTo(300);
    }

    @Test
    default void whatWeSentBackIsToldFromWhatWentBackPastUs() {
        var payment = aPaidOne();
        checkouts().refund(payment, 500);
        outside().refundThere(payment, 300);

        assertThat(look(payment).ordered()).isEqualTo(800);
        assertThat(look(payment).ours()).isEqualTo(500);
    }

    @Test
    default void whatWentBackPastUsMakesNoOtherOrderOfOurs() {
        var payment = aPaidOne();
        checkouts().refund(payment, 500);
        outside().refundThere(payment, 300);
        var there = new Seen(Progress.PAID, TWELVE, 300, 0, 300, Disputes.NONE, Set.of());

        checkouts().refund(payment.seeing(there, clock().instant()), 500);

        assertThat(look(payment).ordered()).isEqualTo(800);
    }

    @Test
    default void aRefundThatFailedIsSeen() {
        var payment = aPaidOne();
        checkouts().refund(payment, 1200);
        outside().failRefund(payment, 1200);

        var seen = look(payment);
        assertThat(seen.ordered()).isEqualTo(1200);
        assertThat(seen.failed()).isEqualTo(1200);
    }

    @Test
    default void aDisputeIsSeenToItsEnd() {
        var won = aPaidOne();
        var lost = aPaidOne();
        outside().dispute(won);
        outside().dispute(lost);
        assertThat(look(won).disputes()).isEqualTo(Disputes.OPEN);

        outside().decideDispute(won, true);
        outside().decideDispute(lost, false);

        assertThat(look(won).disputes()).isEqualTo(Disputes.WON);
        assertThat(look(lost).disputes()).isEqualTo(Disputes.losing(1200));
        assertThat(look(lost).lostAll()).isTrue();
    }

    @Test
    default void ofOneOverAPartTheRestIsLeftAndNotSentBack() {
        var payment = aPaidOne();
        outside().dispute(payment, 500);
        outside().decideDispute(payment, false);

        assertThat(look(payment).disputes()).isEqualTo(Disputes.losing(500));
        assertThat(look(payment).lostAll()).isFalse();
        assertThatThrownBy(() -> checkouts().refund(payment, 700)).isInstanceOf(CheckoutRefused.class);
    }

    @Test
    default void oneOverWhatARefundHasLeftTakesAll() {
        var payment = aPaidOne();
        checkouts().refund(payment, 700);
        outside().dispute(payment);
        outside().decideDispute(payment, false);

        assertThat(look(payment).disputes()).isEqualTo(Disputes.losing(500));
        assertThat(look(payment).lostAll()).isTrue();
    }

    /** Stripe's own behaviour, as its stand-in's {@code Disputes} has it. */
    @Test
    default void whatWasDisputedGoesBackOnceThatIsWonAndNeverBefore() {
        var won = aPaidOne();
        var lost = aPaidOne();
        for (var payment : new Payment[] {won, lost}) {
            outside().dispute(payment);
            assertThatThrownBy(() -> checkouts().refund(payment, 1200)).isInstanceOf(CheckoutRefused.class);
        }

        outside().decideDispute(won, true);
        outside().decideDispute(lost, false);

        var again = won.retried(clock().instant(), clock().instant());
        checkouts().refund(again, 1200);
        assertThat(look(won).returned()).isEqualTo(1200);
        var anew = lost.retried(clock().instant(), clock().instant());
        assertThatThrownBy(() -> checkouts().refund(anew, 1200)).isInstanceOf(CheckoutRefused.class);
    }

    @Test
    default void whatWasRefusedIsWhatTheKeyAnswers() {
        var payment = aPaidOne();
        outside().dispute(payment);
        assertThatThrownBy(() -> checkouts().refund(payment, 1200)).isInstanceOf(CheckoutRefused.class);
        outside().decideDispute(payment, true);

        assertThatThrownBy(() -> checkouts().refund(payment, 1200)).isInstanceOf(CheckoutRefused.class);
        assertThat(look(payment).returned()).isZero();
    }

    @Test
    default void disputesAreCountedThatComeOneAfterTheOther() {
        var payment = aPaidOne();
        outside().dispute(payment);
        outside().decideDispute(payment, true);
        outside().dispute(payment);
        outside().decideDispute(payment, true);
        assertThat(look(payment).disputes()).isEqualTo(new Disputes(2, 2, 0, 0));

        outside().dispute(payment);

        assertThat(look(payment).disputes()).isEqualTo(new Disputes(3, 2, 0, 0));
    }

    @Test
    default void theJournalTellsWhatHappenedSinceAPlace() {
        var before = aPaidOne();
        clock().pass(Duration.ofMinutes(1));
        var from = checkouts().heardSince(null);
        assertThat(from.payments()).isEmpty();
        var paid = aPaidOne();
        var disputed = aPaidOne();
        outside().dispute(disputed);
        clock().pass(Duration.ofMinutes(1));

        var heard = checkouts().heardSince(from.place());

        assertThat(heard.payments())
                .containsExactlyInAnyOrder(paid.id(), disputed.id())
                .doesNotContain(before.id());
        assertThat(heard.gap()).isFalse();
        assertThat(heard.more()).isFalse();
        assertThat(checkouts().heardSince(heard.place()).payments()).isEmpty();
    }

    @Test
    default void theStatementHasAllThatWasBegun() {
        var from = clock().instant();
        var open = anOpenPayment();
        var paid = aPaidOne();
        checkouts().refund(paid, 200);
        clock().pass(Duration.ofSeconds(1));

        var statement = checkouts().statement(from, clock().instant(), null);

        assertThat(statement.next()).isNull();
        assertThat(statement.entries())
                .containsExactlyInAnyOrder(
                        new Checkouts.Entry(open.atProvider().orElseThrow().id(), open.id(), Seen.at(Progress.OPEN)),
                        new Checkouts.Entry(
                                paid.atProvider().orElseThrow().id(),
                                paid.id(),
                                new Seen(Progress.PAID, TWELVE, 200, 0, 0, Disputes.NONE, Set.of())));
    }

    @Test
    default void theStatementHasNothingOfAnotherTime() {
        var from = clock().instant();
        anOpenPayment();
        clock().pass(Duration.ofSeconds(5));
        var later = clock().instant();

        assertThat(checkouts().statement(from.minusSeconds(5), from, null).entries())
                .isEmpty();
        assertThat(checkouts().statement(later, later.plusSeconds(5), null).entries())
                .isEmpty();
    }

    @Test
    default void nobodyIsInLineWhereNobodyCalls() {
        assertThat(checkouts().line().before()).isZero();
    }
}
