package foyer.payment.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.Payment;
import org.junit.jupiter.api.Test;

/** What is seen of disputes, and what can be sent back beside one. */
public interface DisputesContract extends AtAProvider {
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
}
