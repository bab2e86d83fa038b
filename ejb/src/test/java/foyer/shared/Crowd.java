package foyer.shared;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who want something at the same moment. */
public final class Crowd {
    private static final int THREADS = 50;

    private Crowd() {}

    /** One of them. */
    public interface Client {
        /** @param client numbered from 0 */
        boolean gets(int client) throws Exception;
    }

    /** How many of so many got what they wanted. */
    public static long of(int clients, Client client) throws Exception {
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
}
