package foyer.registration.dynamodb;

import foyer.shared.Seal;
import foyer.shared.Secret;
import foyer.shared.Signatures;
import foyer.shared.dynamodb.LocalStore;
import foyer.shared.dynamodb.OutboxItems;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who want something at the same moment. */
final class Crowd {
    private static final int THREADS = 32;

    private Crowd() {}

    /** One of them. */
    interface Client {
        /** @param client numbered from 0 */
        boolean gets(int client) throws Exception;
    }

    /** How many of so many got what they wanted. */
    static long of(int clients, Client client) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var start = new CountDownLatch(1);
            var wishes = new ArrayList<Future<Boolean>>();
            for (var number = 0; number < clients; number++) {
                var which = number;
                Callable<Boolean> wish = () -> {
                    start.await();
                    return client.gets(which);
                };
                wishes.add(threads.submit(wish));
            }
            start.countDown();
            var got = 0;
            for (var wish : wishes) {
                got += wish.get() ? 1 : 0;
            }
            return got;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Another node on the same store. */
    static DynamoDbRegistrations aNode(LocalStore store) {
        var signatures = new Signatures(new Secret(new byte[32]));
        var seal = new Seal(signatures);
        return new DynamoDbRegistrations(
                store.client(), store.settings(), new OutboxItems(store.settings(), seal), seal, signatures);
    }
}
