package foyer.audit.dynamodb;

import foyer.audit.AuditTrail;
import foyer.audit.AuditTrailContract;
import foyer.shared.Alongside;
import foyer.shared.dynamodb.AlongsideInStore;
import foyer.shared.dynamodb.LocalStore;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The local store fails each of these tests that scans. */
class DynamoDbAuditTrailIT implements AuditTrailContract {
    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(AuditTable.DEFINITION);

    @Override
    public AuditTrail trail() {
        return new DynamoDbAuditTrail(STORE.client(), STORE.settings());
    }

    @Override
    public void write(Alongside change) {
        AlongsideInStore.write(STORE.client(), change);
    }
}
