package foyer.payment.dynamodb;

import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.payment.reconciliation.Leases;
import foyer.payment.reconciliation.LeasesContract;
import foyer.shared.Ids;
import foyer.shared.Unavailable;
import foyer.shared.dynamodb.Fault;
import foyer.shared.dynamodb.LocalStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The local store fails each of these tests that scans. */
class DynamoDbLeasesIT implements LeasesContract {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(PaymentTables.LEASES);

    @Override
    public Leases leases() {
        return new DynamoDbLeases(STORE.client(), STORE.settings());
    }

    @Test
    void whoseAnswerWasLostHasIt() {
        var name = Ids.fresh();
        STORE.fail(Fault.ANSWER_LOST, "UpdateItem", 1);

        var lease = leases().take(name, A_MINUTE, NOON).orElseThrow();

        assertThat(leases().keep(lease, "page 1")).isTrue();
    }

    @Test
    void aWordWhoseAnswerWasLostCounts() {
        var name = Ids.fresh();
        var lease = leases().take(name, A_MINUTE, NOON).orElseThrow();
        STORE.fail(Fault.ANSWER_LOST, "UpdateItem", 1);

        assertThat(leases().keep(lease, "page 1")).isTrue();
    }

    @Test
    void whatSomebodyTookWithoutKnowingItIsFreeAtItsEnd() {
        var name = Ids.fresh();
        STORE.fail(Fault.AFTER, "UpdateItem", 1);
        assertThatThrownBy(() -> leases().take(name, A_MINUTE, NOON)).isInstanceOf(Unavailable.class);

        assertThat(leases().take(name, A_MINUTE, SOON)).isEmpty();
        assertThat(leases().take(name, A_MINUTE, AT_ITS_END)).isPresent();
    }
}
