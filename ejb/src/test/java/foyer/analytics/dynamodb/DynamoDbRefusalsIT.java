package foyer.analytics.dynamodb;

import foyer.analytics.Refusals;
import foyer.analytics.RefusalsContract;
import foyer.shared.dynamodb.LocalStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbRefusalsIT implements RefusalsContract {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(DynamoDbTallies.TABLE);

    @Override
    public Refusals refusals() {
        var refusals = new DynamoDbRefusals();
        refusals.client = STORE.client();
        refusals.settings = STORE.settings();
        return refusals;
    }
}
