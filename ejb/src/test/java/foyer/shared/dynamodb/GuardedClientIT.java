package foyer.shared.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import foyer.shared.Overheard;
import foyer.shared.Unavailable;
import foyer.shared.dynamodb.TableDefinition.KeyAttribute;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class GuardedClientIT {
    private static final int CALLS = 20;

    @RegisterExtension
    static final LocalStore STORE = LocalStore.with(TableDefinition.of("tickets", KeyAttribute.text("ticketId")));

    @Test
    void aSilentStoreIsUnavailable() {
        STORE.fail(Fault.BEFORE, "PutItem", 1);

        assertThatThrownBy(() -> put("silent")).isInstanceOf(Unavailable.class);
        assertThat(there("silent")).isFalse();
    }

    @Test
    void anUnknownOutcomeIsUnavailableToo() {
        STORE.fail(Fault.AFTER, "PutItem", 1);

        assertThatThrownBy(() -> put("unknown")).isInstanceOf(Unavailable.class);
        assertThat(there("unknown")).isTrue();
    }

    @Test
    void aThrottledTableIsUnavailableForAMoment() {
        STORE.fail(Fault.THROTTLE, "PutItem", 1);

        assertThatThrownBy(() -> put("throttled")).isInstanceOf(Unavailable.class);
    }

    @Test
    void oneThatDoesNotLetUsInIsUnavailableAndNoBug() {
        STORE.fail(Fault.EXPIRED_CREDENTIALS, "PutItem", 1);

        assertThatThrownBy(() -> put("locked out")).isInstanceOf(Unavailable.class);
    }

    @Test
    void aLostAnswerIsAskedForAgain() {
        STORE.fail(Fault.ANSWER_LOST, "PutItem", 2);

        put("lost");

        assertThat(there("lost")).isTrue();
    }

    @Test
    void aConditionFailsAsTheAdapterAskedForIt() {
        put("there");

        assertThatThrownBy(() -> STORE.client()
                        .putItem(put -> put.tableName(table())
                                .item(Items.item(Map.of("ticketId", "there")))
                                .conditionExpression("attribute_not_exists(ticketId)")))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void aConflictOfTransactionsIsWorthRepeating() {
        STORE.fail(Fault.CONFLICT, "TransactWriteItems", 1);
        var ticket = TransactWriteItem.builder()
                .put(put -> put.tableName(table()).item(Items.item(Map.of("ticketId", "conflict"))))
                .build();

        var cancelled = catchThrowableOfType(
                TransactionCanceledException.class,
                () -> STORE.client().transactWriteItems(write -> write.transactItems(ticket)));

        assertThat(StoreFailures.worthRepeating(cancelled)).isTrue();
    }

    @Test
    void aMissingTableIsABugAndNotTheStoresFailure() {
        assertThatThrownBy(() -> STORE.client().describeTable(asked -> asked.tableName("nowhere")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aFullTurnstileIsUnavailable() {
        var full = new GuardedClient(
                StoreConnection.open(STORE.settings()),
                48,
                new Turnstile() {
                    @Override
                    public <T> T pass(Supplier<T> call) {
                        throw new BulkheadException();
                    }
                },
                LocalStore.unmeasured());

        assertThatThrownBy(() -> full.describeTable(asked -> asked.tableName(table())))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void answeredCallsAreTimedAndLeaveNoTimer() {
        var timers = CallTimers.open();
        var timed = new AtomicInteger();
        var counted = Overheard.of(ScheduledExecutorService.class, timers, call -> {
            if (call.equals("schedule")) {
                timed.incrementAndGet();
            }
        });
        StoreClient client = new GuardedClient(
                StoreConnection.open(STORE.settings(), counted), 48, new Turnstile(), LocalStore.unmeasured());

        for (var call = 0; call < CALLS; call++) {
            client.describeTable(asked -> asked.tableName(table()));
        }

        assertThat(timed.get()).isGreaterThanOrEqualTo(CALLS);
        assertThat(timers.getQueue()).isEmpty();
        client.close();
        assertThat(timers.isShutdown()).isTrue();
    }

    private static void put(String ticket) {
        STORE.client().putItem(put -> put.tableName(table()).item(Items.item(Map.of("ticketId", ticket))));
    }

    private static boolean there(String ticket) {
        return STORE.client()
                .getItem(get -> get.tableName(table())
                        .key(Items.item(Map.of("ticketId", ticket)))
                        .consistentRead(true))
                .hasItem();
    }

    private static String table() {
        return STORE.settings().table("tickets");
    }
}
