package foyer.operator.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.operator.OperatorId;
import foyer.operator.TokenFamilies;
import foyer.operator.TokenFamiliesContract;
import foyer.operator.TokenFamily;
import foyer.shared.Ids;
import foyer.shared.SettableClock;
import foyer.shared.dynamodb.Fault;
import foyer.shared.dynamodb.LocalStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbTokenFamiliesIT implements TokenFamiliesContract {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(DynamoDbTokenFamilies.TABLE);

    @Override
    public TokenFamilies families() {
        var families = new DynamoDbTokenFamilies();
        families.client = STORE.client();
        families.settings = STORE.settings();
        return families;
    }

    @Test
    void anAnswerThatWasLostIsNotTakenForATheft() {
        var family = new TokenFamily(Ids.fresh(), OperatorId.fresh(), "first", SettableClock.NOON, SettableClock.NOON);
        families().start(family);
        STORE.fail(Fault.ANSWER_LOST, "UpdateItem", 1);

        assertThat(families().rotate(family.id(), "first", "second")).isTrue();
    }
}
