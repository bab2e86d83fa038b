package foyer.session.dynamodb;

import foyer.session.Positions;
import foyer.session.PositionsContract;
import foyer.shared.dynamodb.Batches;
import foyer.shared.dynamodb.LocalStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbPositionsIT implements PositionsContract {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(DynamoDbPositions.TABLE);

    @Override
    public Positions positions() {
        var positions = new DynamoDbPositions();
        positions.client = STORE.client();
        positions.settings = STORE.settings();
        positions.batches = new Batches(STORE.client());
        return positions;
    }
}
