package foyer.shared.dynamodb;

import java.io.IOException;

/** Runs DynamoDB Local in a process of its own, which ends when the tests do, however they end. */
final class LocalStoreProcess {
    private LocalStoreProcess() {}

    /** @param arguments the port */
    public static void main(String[] arguments) throws Exception {
        var watch = new Thread(LocalStoreProcess::endWithTheTests, "ends with the tests");
        watch.setDaemon(true);
        watch.start();
        // By name, for its classes are on this process's class path only.
        Class.forName("com.amazonaws.services.dynamodbv2.local.main.ServerRunner")
                .getMethod("main", String[].class)
                .invoke(null, (Object)
                        new String[] {"-inMemory", "-sharedDb", "-disableTelemetry", "-port", arguments[0]});
    }

    private static void endWithTheTests() {
        try {
            while (System.in.read() >= 0) {}
        } catch (IOException closed) {
            // the same as its end
        }
        Runtime.getRuntime().halt(0);
    }
}
