package foyer.shared.dynamodb;

import foyer.shared.Settings;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;

/**
 * Asks the store something while the container still looks for beans: the first question to it takes the whole SDK, more than a
 * thousand classes, which would keep a start waiting for a second. What is answered is nobody's affair: whether the settings are
 * right and the tables fit is seen to by those whose matter it is.
 */
public class FirstQuestion implements Extension {
    // Any would do. Of one that is there the answer is of the kind that is asked for most.
    private static final String SOME_TABLE = "events";

    private final Supplier<?> question;
    private volatile CompletableFuture<?> answered = CompletableFuture.completedFuture(null);

    public FirstQuestion() {
        this(FirstQuestion::askedOfStore);
    }

    FirstQuestion(Supplier<?> question) {
        this.question = question;
    }

    void begin(@Observes BeforeBeanDiscovery start) {
        ask();
    }

    void ask() {
        answered = CompletableFuture.supplyAsync(question, FirstQuestion::onItsOwnThread);
    }

    /**
     * Waits until it is answered or has failed, which takes {@code foyer.store.call-timeout} at most. Whoever begins to use the
     * SDK does: two threads that load it at once could wait for each other's classes for ever.
     */
    public void await() {
        answered.handle((answer, failure) -> true).join();
    }

    private static Object askedOfStore() {
        var settings = StoreSettings.read(new Settings(ConfigProvider.getConfig()));
        var store = StoreConnection.open(settings);
        try {
            return store.describeTable()
                    .apply(DescribeTableRequest.builder()
                            .tableName(settings.table(SOME_TABLE))
                            .build());
        } finally {
            store.close().run();
        }
    }

    private static void onItsOwnThread(Runnable work) {
        var thread = new Thread(work, "first-question");
        thread.setDaemon(true);
        thread.start();
    }
}
