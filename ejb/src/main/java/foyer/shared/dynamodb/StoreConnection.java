package foyer.shared.dynamodb;

import foyer.shared.WrongSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.TlsKeyManagersProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Opens the SDK's client as the settings say: nothing in it waits longer than they allow. */
final class StoreConnection {
    private static final Duration FIRST_DELAY = Duration.ofMillis(20);
    private static final Duration FIRST_DELAY_WHEN_THROTTLED = Duration.ofMillis(50);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(1);

    private StoreConnection() {}

    static StoreOperations open(StoreSettings settings, ExecutionInterceptor... interceptors) {
        return open(settings, CallTimers.open(), interceptors);
    }

    /** @param timers keep the time of its calls, and are shut down with it */
    static StoreOperations open(
            StoreSettings settings, ScheduledExecutorService timers, ExecutionInterceptor... interceptors) {
        var endpoint = settings.endpoint();
        var builder = DynamoDbClient.builder()
                .httpClientBuilder(transport(settings, endpoint))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallAttemptTimeout(settings.attemptTimeout())
                        .apiCallTimeout(settings.callTimeout())
                        .retryStrategy(retries(settings))
                        .scheduledExecutorService(timers)
                        .executionInterceptors(List.of(interceptors))
                        .build());
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        var client = builder.region(region(settings)).build();
        return new StoreOperations(
                client::getItem,
                client::putItem,
                client::updateItem,
                client::deleteItem,
                client::query,
                client::transactWriteItems,
                client::batchWriteItem,
                client::batchGetItem,
                client::describeTable,
                client::createTable,
                client::describeTimeToLive,
                client::updateTimeToLive,
                client::updateContinuousBackups,
                () -> {
                    client.close();
                    timers.shutdownNow();
                });
    }

    private static ApacheHttpClient.Builder transport(StoreSettings settings, @Nullable URI endpoint) {
        var transport = ApacheHttpClient.builder()
                .maxConnections(settings.connections())
                .connectionTimeout(settings.attemptTimeout())
                .connectionAcquisitionTimeout(settings.attemptTimeout())
                .socketTimeout(settings.attemptTimeout())
                // Nobody asks us for a certificate, and the server's own key store is not for this.
                .tlsKeyManagersProvider(TlsKeyManagersProvider.noneProvider())
                .tcpKeepAlive(true);
        // Where nothing is encrypted nobody is trusted: opening the trust store for it takes a tenth of a second.
        return endpoint != null && "http".equals(endpoint.getScheme())
                ? transport.tlsTrustManagersProvider(() -> new TrustManager[0])
                : transport;
    }

    private static Region region(StoreSettings settings) {
        var region = settings.region();
        if (region != null) {
            return Region.of(region);
        }
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException none) {
            throw new WrongSettings(List.of("Setting foyer.store.region is missing, and AWS_REGION is too."));
        }
    }

    /**
     * Full jitter in both delays, so that callers refused together do not come back together. A single write that met a
     * transaction on its item was not done: the SDK does not try it again of itself.
     */
    private static RetryStrategy retries(StoreSettings settings) {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(settings.retries() + 1)
                .retryOnException(TransactionConflictException.class)
                .backoffStrategy(BackoffStrategy.exponentialDelay(FIRST_DELAY, LONGEST_DELAY))
                .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(FIRST_DELAY_WHEN_THROTTLED, LONGEST_DELAY))
                .build();
    }
}
