package foyer.operator.dynamodb;

import static org.assertj.core.api.Assertions.assertThatCode;

import foyer.operator.LastAdminContract;
import foyer.operator.Operators;
import foyer.operator.OperatorsContract;
import foyer.operator.SomeOperators;
import foyer.shared.Ids;
import foyer.shared.dynamodb.Fault;
import foyer.shared.dynamodb.LocalStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbOperatorsIT implements OperatorsContract, LastAdminContract {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(DynamoDbOperators.TABLE);

    @Override
    public Operators operators() {
        var operators = new DynamoDbOperators();
        operators.client = STORE.client();
        operators.settings = STORE.settings();
        return operators;
    }

    // The item that says who acts as admin is all there is of others, so without it nobody is there.
    @Override
    public Operators nobodyYet() {
        STORE.client()
                .deleteItem(delete -> delete.tableName(STORE.settings().table(DynamoDbOperators.TABLE.name()))
                        .key(OperatorItems.adminsKey()));
        return operators();
    }

    @Test
    void aTransactionThatMetAnotherIsTriedAgain() {
        STORE.fail(Fault.CONFLICT, "TransactWriteItems", 3);

        assertThatCode(() -> operators().add(SomeOperators.anAnalyst("ann-" + Ids.fresh() + "@example.org")))
                .doesNotThrowAnyException();
    }

    @Test
    void anAnswerThatWasLostIsNoSecondOperator() {
        STORE.fail(Fault.ANSWER_LOST, "TransactWriteItems", 1);

        assertThatCode(() -> operators().add(SomeOperators.anAdmin("ann-" + Ids.fresh() + "@example.org")))
                .doesNotThrowAnyException();
    }
}
