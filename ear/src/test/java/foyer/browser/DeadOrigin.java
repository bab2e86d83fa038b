package foyer.browser;

import foyer.whole.Whole;

/** Lets every call to the sandbox's media origin fail. */
final class DeadOrigin {
    private static final String FAULTS = "/origin/_control/faults";

    private DeadOrigin() {}

    static void during(Runnable what) {
        var everyCall = "{\"operation\":\"*\",\"effect\":\"before\",\"count\":100000,\"seconds\":0}";
        Whole.sandbox().control("PUT", FAULTS, everyCall);
        try {
            what.run();
        } finally {
            Whole.sandbox().control("DELETE", FAULTS, "");
        }
    }
}
