package foyer.payment.provider;

import static foyer.payment.SomePayments.TWELVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Price;
import foyer.payment.ledger.Progress;
import foyer.payment.ledger.Seen;
import foyer.shared.Money;
import java.time.Duration;
import java.util.Currency;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How money goes back, ordered by us and past us. */
public interface SendingBackContract extends AtAProvider {
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

    @Test
    default void howeverManyPartsWentBackAllAreSeen() {
        var payment = aPaidOne();
        for (var part = 0; part < 11; part++) {
            checkouts().refund(lookedAt(payment), 100);
            clock().pass(Duration.ofSeconds(1));
        }

        assertThat(look(payment).ordered()).isEqualTo(1100);
        assertThat(look(payment).ours()).isEqualTo(1100);
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
}
