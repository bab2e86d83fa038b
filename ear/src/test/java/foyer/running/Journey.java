package foyer.running;

import foyer.launch.Await;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What people do at a server that may die of it at any call, and what is to be seen of it afterwards from outside. */
interface Journey {
    /** A node that died holding the lease of reconciliation keeps others waiting for two minutes. */
    Duration SOON = Duration.ofMinutes(3);

    /** What has come before: nothing dies of that, and nothing of it is recorded. */
    void setsOut();

    /** Fails where somebody gets no answer. */
    void goes();

    /** The server is back: whoever got no answer asks again, as their page or their tool does. */
    void goesOn();

    /** Empty where money, seat and right agree and everything is told once; else what does not. */
    String fault();

    /** The same of what can be seen once only, for whoever looks changes it: whether the seats are free that nobody has. */
    String faultAtTheEnd();

    /** Fails unless it comes true soon. */
    static void arrives(String what, BooleanSupplier condition) {
        if (!Await.until(SOON, condition)) {
            throw new AssertionError("Not in time: " + what);
        }
    }
}
