package foyer.payment.voucher;

import static foyer.payment.voucher.KeepingVouchers.aVoucher;
import static foyer.registration.SomeRegistrations.anAddress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.payment.ledger.PaymentId;
import foyer.shared.Crowd;
import foyer.shared.EmailAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every keeper of vouchers promises of their uses. */
public interface VoucherUsesContract extends KeepingVouchers {
    int BUYERS = 40;

    @Test
    default void aUseIsCounted() {
        var voucher = added(aVoucher(null, null));

        used(voucher);
        used(voucher);

        assertThat(uses(voucher)).isEqualTo(2);
    }

    @Test
    default void theSamePaymentUsesItOnce() {
        var voucher = added(aVoucher(1L, 1L));
        var ada = anAddress();
        var payment = used(voucher, ada);

        write(use(voucher, ada, payment));

        assertThat(uses(voucher)).isOne();
    }

    @Test
    default void whatAnotherPaymentUsedBecomesThisOnesUse() {
        var voucher = added(aVoucher(1L, 1L));
        var ada = anAddress();
        var before = used(voucher, ada);
        var after = PaymentId.fresh();

        write(vouchers().using(voucher, ada, after, List.of(before)));
        write(vouchers().using(voucher, ada, after, List.of(before)));

        assertThat(uses(voucher)).isOne();
        givenBack(voucher, ada, before);
        assertThat(uses(voucher)).isOne();
        givenBack(voucher, ada, after);
        assertThat(uses(voucher)).isZero();
    }

    @Test
    default void ofSeveralOthersItIsTheOneThatUsesIt() {
        var voucher = added(aVoucher(1L, 1L));
        var ada = anAddress();
        var before = used(voucher, ada);
        var after = PaymentId.fresh();
        var others = List.of(PaymentId.fresh(), before, used(added(aVoucher(null, null)), ada));

        write(vouchers().using(voucher, ada, after, others));

        givenBack(voucher, ada, before);
        assertThat(uses(voucher)).isOne();
        givenBack(voucher, ada, after);
        assertThat(uses(voucher)).isZero();
    }

    @Test
    default void whereTheOtherUsesNothingOrSomethingElseItIsOneMore() {
        var ada = anAddress();
        var voucher = added(aVoucher(1L, 1L));
        var others = added(aVoucher(1L, 1L));
        var other = used(others, ada);

        write(vouchers().using(voucher, ada, PaymentId.fresh(), List.of(other)));

        assertThat(uses(voucher)).isOne();
        assertThat(uses(others)).isOne();
        assertThatThrownBy(() -> write(vouchers().using(voucher, ada, PaymentId.fresh(), List.of(PaymentId.fresh()))))
                .isInstanceOf(VoucherRefused.class);
    }

    @Test
    default void beyondTheLimitItIsRefused() {
        var voucher = added(aVoucher(2L, null));
        used(voucher);
        used(voucher);

        assertThatThrownBy(() -> used(voucher)).isInstanceOf(VoucherRefused.class);
        assertThat(uses(voucher)).isEqualTo(2);
    }

    @Test
    default void onePersonUsesItAsOftenAsOneMayAndOthersToo() {
        var voucher = added(aVoucher(null, 2L));
        var ada = anAddress();
        var sameInOtherCase = new EmailAddress(ada.typed().replace("example.org", "EXAMPLE.ORG"));
        used(voucher, ada);
        used(voucher, sameInOtherCase);

        assertThatThrownBy(() -> used(voucher, ada)).isInstanceOf(VoucherRefused.class);
        used(voucher);
        used(added(aVoucher(null, 2L)), ada);
        assertThat(uses(voucher)).isEqualTo(3);
    }

    @Test
    default void whatIsGivenBackIsFreeForAnybody() {
        var voucher = added(aVoucher(1L, 1L));
        var ada = anAddress();
        var payment = used(voucher, ada);

        givenBack(voucher, ada, payment);

        assertThat(uses(voucher)).isZero();
        used(voucher, ada);
        assertThat(uses(voucher)).isOne();
    }

    @Test
    default void whatIsGivenBackTwiceOrWasNeverUsedChangesNothing() {
        var voucher = added(aVoucher(null, null));
        var ada = anAddress();
        var payment = used(voucher, ada);
        used(voucher, ada);

        givenBack(voucher, ada, payment);
        givenBack(voucher, ada, payment);
        givenBack(voucher, ada, PaymentId.fresh());
        givenBack(aVoucher(null, null), ada, PaymentId.fresh());

        assertThat(uses(voucher)).isOne();
    }

    @Test
    default void whatIsGoneIsRefused() {
        var voucher = added(aVoucher(null, null));
        removed(voucher);

        assertThatThrownBy(() -> used(voucher))
                .isInstanceOfSatisfying(
                        VoucherRefused.class,
                        refused -> assertThat(refused.findings().get(0).code()).isEqualTo("unknown_value"));
        assertThatThrownBy(() -> used(aVoucher(null, null))).isInstanceOf(VoucherRefused.class);
    }

    @Test
    default void whatWasUsedIsGivenBackThoughItIsGone() {
        var voucher = added(aVoucher(1L, null));
        var ada = anAddress();
        var payment = used(voucher, ada);
        removed(voucher);

        givenBack(voucher, ada, payment);

        added(voucher);
        used(voucher);
    }

    @Test
    default void aLimitThatWasLoweredCountsWhateverWasReadBefore() {
        var voucher = added(aVoucher(5L, null));
        used(voucher);
        vouchers()
                .replace(
                        voucher,
                        new Voucher(voucher.code(), null, null, 50, 1L, null, null, 0, 2, voucher.createdAt()));

        assertThatThrownBy(() -> used(voucher)).isInstanceOf(VoucherRefused.class);
    }

    @Test
    default void ofManyBuyersAsManyUseItAsMay() throws Exception {
        var voucher = added(aVoucher(5L, null));

        var used = Crowd.of(BUYERS, buyer -> isUsed(voucher, anAddress(), PaymentId.fresh()));

        assertThat(used).isEqualTo(5);
        assertThat(uses(voucher)).isEqualTo(5);
    }

    @Test
    default void oneWhoBuysManyTimesAtOnceUsesItAsOftenAsOneMay() throws Exception {
        var voucher = added(aVoucher(null, 2L));
        var ada = anAddress();

        var used = Crowd.of(BUYERS, buyer -> isUsed(voucher, ada, PaymentId.fresh()));

        assertThat(used).isEqualTo(2);
        assertThat(uses(voucher)).isEqualTo(2);
    }

    @Test
    default void onePaymentThatIsLookedAtByManyUsesItOnce() throws Exception {
        var voucher = added(aVoucher(null, null));
        var ada = anAddress();
        var payment = PaymentId.fresh();

        Crowd.of(BUYERS, node -> isUsed(voucher, ada, payment));

        assertThat(uses(voucher)).isOne();
    }

    @Test
    default void usesThatComeAndGoAtOnceAreNeverMoreThanMayBe() throws Exception {
        var voucher = added(aVoucher(5L, null));
        var ada = anAddress();
        var first = Stream.generate(() -> used(voucher, ada)).limit(5).toList();

        var used = Crowd.of(BUYERS, buyer -> {
            if (buyer < first.size()) {
                givenBack(voucher, ada, first.get(buyer));
                return false;
            }
            return isUsed(voucher, anAddress(), PaymentId.fresh());
        });

        assertThat(used).isLessThanOrEqualTo(5);
        assertThat(uses(voucher)).isEqualTo(used);
    }
}
