package foyer.analytics.dynamodb;

import foyer.analytics.Tallies;
import foyer.shared.SettableClock;
import foyer.shared.dynamodb.Batches;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;

/** Tallies in a store of tests, as one node has them. */
final class SomeTallies {
    private SomeTallies() {}

    static Tallies on(StoreClient client, StoreSettings settings) {
        var tallies = new DynamoDbTallies();
        tallies.client = client;
        tallies.settings = settings;
        tallies.batches = new Batches(client);
        tallies.clock = new SettableClock();
        return tallies;
    }
}
