package foyer.whole;

import java.util.function.Supplier;

/** Makes the sandbox's store late with every answer. */
final class SlowStore {
    private static final String FAULTS = "/dynamodb/_control/faults";

    private SlowStore() {}

    /** Answers what the work answers that is done meanwhile. */
    static <T> T lateBy(double seconds, Supplier<T> work) {
        var fault = "{\"operation\":\"*\",\"effect\":\"delay\",\"count\":1000,\"seconds\":" + seconds + "}";
        Whole.sandbox().control("PUT", FAULTS, fault);
        try {
            return work.get();
        } finally {
            Whole.sandbox().control("DELETE", FAULTS, "");
        }
    }

    /**
     * How many items were asked for one by one so far, those included that wait for their answer.
     *
     * @param table with its prefix, by which one server's calls are told from those of others on the same store
     */
    static long readings(String table) {
        return StoreCalls.counted((called, operation) -> called.equals(table) && operation.equals("GetItem"));
    }
}
