package foyer.registration.dynamodb;

import foyer.shared.Seal;
import foyer.shared.Secret;
import foyer.shared.Signatures;
import foyer.shared.dynamodb.LocalStore;
import foyer.shared.dynamodb.OutboxItems;
import java.time.Clock;

/** Nodes that share a store. */
final class SomeNodes {
    private SomeNodes() {}

    /** Another node on the same store. */
    static DynamoDbRegistrations aNode(LocalStore store) {
        return aNode(store, Clock.systemUTC());
    }

    static DynamoDbRegistrations aNode(LocalStore store, Clock clock) {
        var signatures = new Signatures(new Secret(new byte[32]));
        var seal = new Seal(signatures);
        return new DynamoDbRegistrations(
                store.client(), store.settings(), new OutboxItems(store.settings(), seal), seal, signatures, clock);
    }
}
