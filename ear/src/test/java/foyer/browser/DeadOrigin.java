package foyer.browser;

import foyer.whole.Whole;

/** Lets every call to the sandbox's media origin fail, or come late. */
final class DeadOrigin {
    private static final String FAULTS = "/origin/_control/faults";

    private DeadOrigin() {}

    static void during(Runnable what) {
        during("before", 0, what);
    }

    /** It takes every call and says nothing for so many seconds. */
    static void silentDuring(int seconds, Runnable what) {
        during("delay", seconds, what);
    }

    private static void during(String effect, int seconds, Runnable what) {
        var everyCall =
                "{\"operation\":\"*\",\"effect\":\"" + effect + "\",\"count\":100000,\"seconds\":" + seconds + "}";
        Whole.sandbox().control("PUT", FAULTS, everyCall);
        try {
            what.run();
        } finally {
            Whole.sandbox().control("DELETE", FAULTS, "");
        }
    }
}
