package foyer.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.payment.SomePayments;
import foyer.payment.ledger.Payment;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import org.junit.jupiter.api.Test;

class ContendedTest {
    private final SomePayments house = new SomePayments();
    private final Payment payment = house.anIntent(house.aHeldSeat());
    private int attempts;

    @Test
    void whatOthersCameBeforeIsDecidedAnew() {
        assertThat(Contended.changed(() -> amid(2))).isEqualTo(payment);

        assertThat(attempts).isEqualTo(3);
    }

    @Test
    void whereOthersAreFasterEachTimeItIsLeftForLater() {
        assertThatThrownBy(() -> Contended.changed(() -> amid(Integer.MAX_VALUE)))
                .isInstanceOf(Unavailable.class)
                .hasCauseInstanceOf(VersionConflict.class);

        assertThat(attempts).isEqualTo(5);
    }

    private Payment amid(int conflicts) {
        if (attempts++ < conflicts) {
            throw new VersionConflict("payment");
        }
        return payment;
    }
}
