package foyer.payment.dynamodb;

import static foyer.payment.voucher.KeepingVouchers.aVoucher;
import static foyer.registration.SomeRegistrations.anAddress;
import static foyer.shared.dynamodb.Items.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.payment.ledger.PaymentId;
import foyer.payment.voucher.VoucherUsesContract;
import foyer.payment.voucher.Vouchers;
import foyer.payment.voucher.VouchersContract;
import foyer.shared.Alongside;
import foyer.shared.Crowd;
import foyer.shared.Secret;
import foyer.shared.Signatures;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import foyer.shared.dynamodb.AlongsideInStore;
import foyer.shared.dynamodb.Fault;
import foyer.shared.dynamodb.LocalStore;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The local store fails each of these tests that scans. */
class DynamoDbVouchersIT implements VouchersContract, VoucherUsesContract {
    private static final Signatures SIGNATURES = new Signatures(new Secret(new byte[32]));

    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(PaymentTables.VOUCHERS, PaymentTables.USES);

    @Override
    public Vouchers vouchers() {
        return new DynamoDbVouchers(STORE.client(), STORE.settings(), SIGNATURES);
    }

    @Override
    public void write(Alongside change) {
        AlongsideInStore.write(STORE.client(), change);
    }

    @Test
    void aUseThatMetOthersIsTriedAgain() {
        var voucher = added(aVoucher(1L, 1L));
        STORE.fail(Fault.CONFLICT, "TransactWriteItems", 5);

        used(voucher);

        assertThat(uses(voucher)).isOne();
    }

    @Test
    void aUseWhoseAnswerWasLostIsOne() {
        var voucher = added(aVoucher(1L, 1L));
        STORE.fail(Fault.ANSWER_LOST, "TransactWriteItems", 1);

        used(voucher);

        assertThat(uses(voucher)).isOne();
    }

    @Test
    void whoDoesNotKnowWhetherItWasUsedUsesItAgain() {
        var voucher = added(aVoucher(1L, 1L));
        var ada = anAddress();
        var payment = PaymentId.fresh();
        STORE.fail(Fault.AFTER, "TransactWriteItems", 1);
        assertThatThrownBy(() -> write(use(voucher, ada, payment))).isInstanceOf(Unavailable.class);

        write(use(voucher, ada, payment));

        assertThat(uses(voucher)).isOne();
    }

    @Test
    void termsWhoseAnswerWasLostAreNoConflict() {
        var voucher = aVoucher(1L, 1L);
        STORE.fail(Fault.ANSWER_LOST, "TransactWriteItems", 1);

        added(voucher);

        assertThat(vouchers().find(voucher.code())).contains(voucher);
    }

    @Test
    void whatWasReadAndIsNotSoAnyMoreIsLookedAtAnew() {
        var voucher = added(aVoucher(null, null));
        var ada = anAddress();
        var payment = PaymentId.fresh();
        var first = use(voucher, ada, payment);
        var second = use(voucher, ada, payment);
        write(first);
        assertThatThrownBy(() -> write(second)).isInstanceOf(VersionConflict.class);

        var still = use(voucher, ada, payment);
        var back = vouchers().givingBack(voucher.code(), ada, payment);
        write(back);
        assertThatThrownBy(() -> write(back)).isInstanceOf(VersionConflict.class);
        assertThatThrownBy(() -> write(still)).isInstanceOf(VersionConflict.class);
        assertThat(uses(voucher)).isZero();
    }

    @Test
    void noAddressIsLegibleInAKey() {
        var ada = anAddress();

        assertThat(new UseKeys(SIGNATURES).person("SPRING", ada))
                .startsWith("person#")
                .doesNotContain("ada")
                .isNotEqualTo(new UseKeys(SIGNATURES).person("SUMMER", ada));
    }

    /** The control: what a limit is worth that is read first and written without a condition. */
    @Test
    void withoutTheConditionItIsUsedMoreOften() throws Exception {
        var voucher = added(aVoucher(5L, null));

        var used = Crowd.of(BUYERS, buyer -> {
            if (uses(voucher) >= 5) {
                return false;
            }
            STORE.client()
                    .updateItem(update -> update.tableName(STORE.settings().table(PaymentTables.VOUCHERS.name()))
                            .key(VoucherItems.key(voucher.code()))
                            .updateExpression("ADD uses :one")
                            .expressionAttributeValues(Map.of(":one", number(1))));
            return true;
        });

        assertThat(used).isGreaterThan(5);
    }
}
