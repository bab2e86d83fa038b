package foyer.shared.dynamodb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Notes every call and disturbs those it is told to. */
final class RecordingAndFaults implements ExecutionInterceptor {
    private final List<StoreCall> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Planned> planned = new ConcurrentHashMap<>();
    private final Map<String, Duration> delays = new ConcurrentHashMap<>();

    private final Map<String, String> guards = new ConcurrentHashMap<>();

    private record Planned(Fault fault, AtomicInteger left) {}

    List<StoreCall> calls() {
        return new ArrayList<>(calls);
    }

    void forgetCalls() {
        calls.clear();
    }

    void behave() {
        planned.clear();
        delays.clear();
        guards.clear();
    }

    void takeAway(String guard, String instead) {
        guards.put(guard, instead);
    }

    void fail(Fault fault, String operation, int times) {
        planned.put(operation, new Planned(fault, new AtomicInteger(times)));
    }

    void delay(String operation, Duration delay) {
        delays.put(operation, delay);
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return context.request() instanceof TransactWriteItemsRequest transaction && !guards.isEmpty()
                ? transaction.copy(copy -> copy.transactItems(transaction.transactItems().stream()
                        .map(this::unguarded)
                        .toList()))
                : context.request();
    }

    private TransactWriteItem unguarded(TransactWriteItem item) {
        return item.update() == null || item.update().conditionExpression() == null
                ? item
                : item.copy(copy -> copy.update(item.update()
                        .copy(update -> update.conditionExpression(
                                unguarded(item.update().conditionExpression())))));
    }

    private String unguarded(String condition) {
        var less = condition;
        for (var guard : guards.entrySet()) {
            less = less.replace(guard.getKey(), guard.getValue());
        }
        return less;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        calls.add(StoreCall.of(operation(attributes), context.request()));
        var transaction = operation(attributes).equals("TransactWriteItems");
        var fault = transaction
                ? due(attributes, Fault.BEFORE, Fault.THROTTLE, Fault.EXPIRED_CREDENTIALS, Fault.CONFLICT)
                : due(attributes, Fault.BEFORE, Fault.THROTTLE, Fault.EXPIRED_CREDENTIALS);
        if (fault == null) {
            return;
        }
        switch (fault) {
            case BEFORE -> throw ApiCallTimeoutException.create(1);
            case THROTTLE ->
                throw ProvisionedThroughputExceededException.builder()
                        .message("injected")
                        .statusCode(400)
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("ProvisionedThroughputExceededException")
                                .build())
                        .build();
            case EXPIRED_CREDENTIALS ->
                throw DynamoDbException.builder()
                        .message("injected")
                        .statusCode(400)
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("ExpiredTokenException")
                                .build())
                        .build();
            case CONFLICT ->
                throw TransactionCanceledException.builder()
                        .message("injected")
                        .statusCode(400)
                        .cancellationReasons(CancellationReason.builder()
                                .code("TransactionConflict")
                                .build())
                        .build();
            case AFTER, ANSWER_LOST -> {}
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        LockSupport.parkNanos(
                delays.getOrDefault(operation(attributes), Duration.ZERO).toNanos());
        // A single write may be tried again by the SDK; what cancels a transaction is for us to try again.
        if (due(attributes, Fault.CONFLICT) != null) {
            throw TransactionConflictException.builder()
                    .message("injected")
                    .statusCode(400)
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode("TransactionConflictException")
                            .build())
                    .build();
        }
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        if (due(attributes, Fault.ANSWER_LOST) != null) {
            throw ApiCallAttemptTimeoutException.create(1);
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (due(attributes, Fault.AFTER) != null) {
            throw ApiCallTimeoutException.create(1);
        }
    }

    private @Nullable Fault due(ExecutionAttributes attributes, Fault... here) {
        var plan = planned.get(operation(attributes));
        if (plan == null || !List.of(here).contains(plan.fault())) {
            return null;
        }
        return plan.left().getAndDecrement() > 0 ? plan.fault() : null;
    }

    private static String operation(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    }
}
