package foyer.analytics.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.analytics.Counts;
import foyer.analytics.SeveralNodes;
import foyer.analytics.Tallies;
import foyer.shared.dynamodb.Fault;
import foyer.shared.dynamodb.LocalStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several nodes hear the same reports and count them at the same moment. */
class CountedOnceIT {
    private static final int NODES = 4;
    private static final int VIEWERS = 60;
    /** The most viewers that are counted together, and so surely met. */
    private static final int A_BATCH = 40;

    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(DynamoDbTallies.TABLE);

    @Test
    void whatAllNodesHearIsCountedOnce() throws Exception {
        var counts = SeveralNodes.hearTheSame(aStore(), NODES, VIEWERS);

        assertThat(counts.total(Counts.VIEWERS)).isEqualTo(VIEWERS);
        assertThat(counts.total(Counts.WATCHED)).isEqualTo(SeveralNodes.watchedMillis(VIEWERS));
        assertThat(counts.stretches())
                .hasSize(3)
                .allSatisfy((stretch, saw) -> assertThat(saw).isEqualTo(VIEWERS));
    }

    @Test
    void alsoWhenTransactionsMeetAndAnswersAreLost() throws Exception {
        STORE.fail(Fault.CONFLICT, "TransactWriteItems", 3);
        var first = SeveralNodes.hearTheSame(aStore(), NODES, VIEWERS);
        STORE.fail(Fault.AFTER, "TransactWriteItems", 3);
        var second = SeveralNodes.hearTheSame(aStore(), NODES, VIEWERS);

        assertThat(first.total(Counts.WATCHED)).isEqualTo(SeveralNodes.watchedMillis(VIEWERS));
        assertThat(second.total(Counts.WATCHED)).isEqualTo(SeveralNodes.watchedMillis(VIEWERS));
    }

    /** The control: what sequences are worth that are read first and written without a condition: all nodes count the first batch. */
    @Test
    void withoutTheConditionMoreIsCounted() throws Exception {
        var counts = SeveralNodes.hearTheSame(
                SomeTallies.on(Unconditional.over(STORE.client()), STORE.settings()), NODES, VIEWERS);

        assertThat(counts.total(Counts.WATCHED))
                .isGreaterThanOrEqualTo(SeveralNodes.watchedMillis(VIEWERS + (NODES - 1) * A_BATCH));
    }

    private static Tallies aStore() {
        return SomeTallies.on(STORE.client(), STORE.settings());
    }
}
