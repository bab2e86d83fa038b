package foyer.payment.provider;

import static foyer.payment.SomePayments.TWELVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.payment.SomePayments;
import foyer.payment.ledger.Progress;
import foyer.payment.ledger.Seen;
import foyer.shared.Money;
import java.time.Duration;
import java.util.Currency;
import org.junit.jupiter.api.Test;

/** How a checkout is opened, paid and closed. */
public interface OpeningContract extends AtAProvider {
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
    default void ofThreeDecimalsTheLastIsZero() {
        var kuwait = Currency.getInstance("KWD");

        assertThat(checkouts().has(new Money(1230, kuwait))).isTrue();
        assertThat(checkouts().has(new Money(1234, kuwait))).isFalse();
        assertThat(checkouts().has(new Money(1, Currency.getInstance("EUR")))).isTrue();
    }

    @Test
    default void nobodyIsInLineWhereNobodyCalls() {
        assertThat(checkouts().line().before()).isZero();
    }
}
