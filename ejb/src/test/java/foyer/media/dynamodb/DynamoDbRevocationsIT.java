package foyer.media.dynamodb;

import foyer.media.edge.Revocations;
import foyer.media.edge.RevocationsContract;
import foyer.shared.dynamodb.Batches;
import foyer.shared.dynamodb.LocalStore;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The local store fails each of these tests that scans. */
class DynamoDbRevocationsIT implements RevocationsContract {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(RevocationsTable.DEFINITION);

    @Override
    public Revocations revocations() {
        return new DynamoDbRevocations(STORE.client(), STORE.settings(), new Batches(STORE.client()));
    }
}
