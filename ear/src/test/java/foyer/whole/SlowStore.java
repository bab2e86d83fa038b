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

    /** Whether some call has to wait, or had to, since this began. */
    static boolean isFelt() {
        return !Whole.sandbox().control("GET", FAULTS, "").contains("\"hits\":0");
    }
}
