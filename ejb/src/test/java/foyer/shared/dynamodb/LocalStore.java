package foyer.shared.dynamodb;

import foyer.shared.Ids;
import foyer.shared.Strain;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real store for a class of tests: DynamoDB Local, one process for all of this JVM, with tables under a prefix of the
 * class's own. It notes every call, fails the test that scans, and fails calls on demand.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final LocalStore STORE = LocalStore.with(DynamoDbEvents.TABLE);
 * }</pre>
 */
public final class LocalStore implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private final List<TableDefinition> tables;
    private final RecordingAndFaults calls = new RecordingAndFaults();
    private @Nullable StoreSettings settings;
    private @Nullable StoreClient client;

    private LocalStore(List<TableDefinition> tables) {
        this.tables = tables;
    }

    /** Makes these tables before the first test. */
    public static LocalStore with(TableDefinition... tables) {
        return new LocalStore(List.of(tables));
    }

    /** As adapters get it: a silent or throttling store is {@link foyer.shared.Unavailable}. */
    public StoreClient client() {
        return there(client);
    }

    public StoreSettings settings() {
        return there(settings);
    }

    /** The calls of this test so far. */
    public List<StoreCall> calls() {
        return calls.calls();
    }

    /** How many calls of this test wrote so far; a transaction is one. */
    public long writes() {
        return calls().stream().filter(StoreCall::writes).count();
    }

    public void forgetCalls() {
        calls.forgetCalls();
    }

    /** @param operation in DynamoDB's words: {@code PutItem} */
    public void fail(Fault fault, String operation, int times) {
        calls.fail(fault, operation, times);
    }

    /** Every attempt at this operation takes so much longer, until the test's end. */
    public void delay(String operation, Duration delay) {
        calls.delay(operation, delay);
    }

    /**
     * Transactions are written under another condition, until the test's end: what a guard is worth, shown by the race that it
     * prevents.
     *
     * @param guard part of a condition expression
     * @param instead with the same attribute names
     */
    public void takeAway(String guard, String instead) {
        calls.takeAway(guard, instead);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        open(context.getRequiredTestClass());
    }

    /** For properties, whose engine knows nothing of this extension. */
    public void open(Class<?> tests) {
        // The SDK reads these of itself; DynamoDB Local takes any.
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        var name = tests.getSimpleName();
        settings = settings(
                LocalStoreServer.ofThisJvm().address(), name + "-" + Ids.fresh().substring(0, 8) + "-");
        client = new GuardedClient(
                StoreConnection.open(settings, calls), settings.concurrency(), new Turnstile(), unmeasured());
        PreparingTables.prepareAll(client, settings, tables);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        calls.behave();
        calls.forgetCalls();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (calls().stream().anyMatch(StoreCall::scans)) {
            throw new AssertionError("No request ever scans a table, and this test saw one that did.");
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** Ends what {@link #open} began; the process stays for whoever comes next. */
    public void close() {
        calls.behave();
        client().close();
    }

    static StoreSettings settings(URI endpoint, String prefix) {
        return settings(endpoint, prefix, Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    /**
     * @param attempt how long a request may take
     * @param call how long all attempts may
     */
    static StoreSettings settings(URI endpoint, String prefix, Duration attempt, Duration call) {
        return new StoreSettings(
                endpoint,
                "eu-central-1",
                prefix,
                true,
                Duration.ofSeconds(30),
                attempt,
                call,
                3,
                64,
                48,
                Duration.ofMillis(25));
    }

    /** For a client of which nobody asks how long people wait for it. */
    static Strain unmeasured() {
        return new Strain(Duration.ofSeconds(1), System::nanoTime);
    }

    private static <T> T there(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException(
                    "The store is there from before the first test on: make it a static field.");
        }
        return part;
    }
}
