package foyer.shared.dynamodb;

import foyer.shared.Unavailable;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.waiters.Waiter;
import software.amazon.awssdk.core.waiters.WaiterAcceptor;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/**
 * Makes a table: billed by request, encrypted at rest as DynamoDB does of itself, with point-in-time recovery. Every step
 * may be repeated and may meet another node that does the same.
 */
final class TableCreation {
    private static final System.Logger LOG = System.getLogger(TableCreation.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final StoreClient client;
    private final StoreSettings settings;

    TableCreation(StoreClient client, StoreSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** Starts it and does not wait, so that several tables come into being together. */
    void create(TableDefinition table) {
        if (exists(table)) {
            return;
        }
        var request = CreateTableRequest.builder()
                .tableName(name(table))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(Keys.attributes(table))
                .keySchema(Keys.schema(table));
        if (!table.indexes().isEmpty()) {
            request.globalSecondaryIndexes(table.indexes().stream()
                    .map(index -> GlobalSecondaryIndex.builder()
                            .indexName(index.name())
                            .keySchema(Keys.schema(index))
                            .projection(projection -> projection.projectionType(ProjectionType.ALL))
                            .build())
                    .toList());
        }
        try {
            client.createTable(request.build());
            LOG.log(Level.INFO, "Created table {0}", name(table));
        } catch (ResourceInUseException anotherNodeWasFaster) {
            LOG.log(Level.DEBUG, "Table {0} is being created by another node", name(table));
        }
    }

    /** Waits until it can be used and switches on what cannot be asked for at its creation. */
    void complete(TableDefinition table) {
        Waiter.builder(DescribeTableResponse.class)
                .addAcceptor(WaiterAcceptor.successOnResponseAcceptor(TableCreation::active))
                .addAcceptor(WaiterAcceptor.retryOnResponseAcceptor(notYet -> true))
                .addAcceptor(WaiterAcceptor.retryOnExceptionAcceptor(TableCreation::passes))
                .overrideConfiguration(
                        waiting -> waiting.backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(BETWEEN_LOOKS))
                                .maxAttempts(Integer.MAX_VALUE)
                                .waitTimeout(settings.prepareWithin()))
                .build()
                .run(() -> client.describeTable(asked -> asked.tableName(name(table))));
        expire(table);
    }

    /** Asked for at every start, so that a start which died half-way leaves no table without its backups. */
    void keepRecoverable(List<TableDefinition> tables) {
        for (var table : tables) {
            if (!recoverable(table)) {
                return;
            }
        }
    }

    private void expire(TableDefinition table) {
        var attribute = table.expiring();
        if (attribute == null || TableCheck.expiry(client, name(table)) != TimeToLiveStatus.DISABLED) {
            return;
        }
        try {
            client.updateTimeToLive(update -> update.tableName(name(table))
                    .timeToLiveSpecification(ttl -> ttl.attributeName(attribute).enabled(true)));
        } catch (DynamoDbException refused) {
            // What is on already is refused and not ignored: another node was faster, or our answer was lost.
            if (TableCheck.expiry(client, name(table)) == TimeToLiveStatus.DISABLED) {
                throw refused;
            }
        }
    }

    // A young table may not be ready for it, which the next start mends; a store that has no backups to offer (a local
    // one) need not be asked again.
    private boolean recoverable(TableDefinition table) {
        try {
            client.updateContinuousBackups(update -> update.tableName(name(table))
                    .pointInTimeRecoverySpecification(backups -> backups.pointInTimeRecoveryEnabled(true)));
            return true;
        } catch (DynamoDbException refused) {
            var reason = refused.awsErrorDetails().errorCode();
            LOG.log(Level.INFO, "Table {0} has no point-in-time recovery: {1}", name(table), reason);
            return !"UnknownOperationException".equals(reason);
        } catch (Unavailable busy) {
            LOG.log(Level.INFO, "Table {0} could not be asked for point-in-time recovery", name(table));
            return true;
        }
    }

    // A store that is busy or silent for a moment ends no start; the deadline does.
    private static boolean passes(Throwable failure) {
        return failure instanceof ResourceNotFoundException || failure instanceof Unavailable;
    }

    private static boolean active(DescribeTableResponse answer) {
        return answer.table().tableStatus() == TableStatus.ACTIVE;
    }

    private boolean exists(TableDefinition table) {
        return TableCheck.described(client, name(table)).isPresent();
    }

    private String name(TableDefinition table) {
        return settings.table(table.name());
    }
}
