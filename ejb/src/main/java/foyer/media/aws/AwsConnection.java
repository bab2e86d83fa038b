package foyer.media.aws;

import foyer.shared.WrongSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.TlsKeyManagersProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.cloudfrontkeyvaluestore.CloudFrontKeyValueStoreClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.mediaconvert.MediaConvertClient;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Opens the SDK's clients as the settings say, on one pool of connections. */
final class AwsConnection implements AutoCloseable {
    private static final int TIMES_WHEN_THROTTLED = 5;
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);

    private final AwsSettings settings;
    private final Clock clock;
    private final Region region;
    private final SdkHttpClient transport;

    AwsConnection(AwsSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.region = region(settings);
        this.transport = ApacheHttpClient.builder()
                .maxConnections(settings.connections())
                .connectionTimeout(settings.attemptTimeout())
                .connectionAcquisitionTimeout(settings.attemptTimeout())
                .socketTimeout(settings.attemptTimeout())
                .tlsKeyManagersProvider(TlsKeyManagersProvider.noneProvider())
                .build();
    }

    // What we write ourselves is short: it is signed as a whole, and not once more for each piece of it.
    S3Client s3() {
        return opened(S3Client.builder())
                .forcePathStyle(settings.endpoint() != null)
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }

    S3Presigner presigner() {
        var builder = S3Presigner.builder()
                .region(region)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(settings.endpoint() != null)
                        .build());
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        return builder.build();
    }

    MediaConvertClient mediaConvert() {
        return opened(MediaConvertClient.builder()).build();
    }

    MediaLiveClient mediaLive() {
        return opened(MediaLiveClient.builder()).build();
    }

    MediaPackageV2Client mediaPackage() {
        return opened(MediaPackageV2Client.builder()).build();
    }

    CloudWatchClient cloudWatch() {
        return opened(CloudWatchClient.builder()).build();
    }

    CloudFrontKeyValueStoreClient keyValueStore() {
        var builder = opened(CloudFrontKeyValueStoreClient.builder()).putAuthScheme(new AsymmetricScheme(clock));
        var endpoint = settings.endpoint();
        // The service's own rules would put the account's number before the stand-in's host.
        if (endpoint != null) {
            builder.endpointProvider(asked -> CompletableFuture.completedFuture(
                    Endpoint.builder().url(endpoint).build()));
        }
        return builder.build();
    }

    @Override
    public void close() {
        transport.close();
    }

    private <B extends AwsClientBuilder<B, ?> & software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder<B, ?>>
            B opened(B builder) {
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        return builder.region(region)
                .httpClient(transport)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallAttemptTimeout(settings.attemptTimeout())
                        .apiCallTimeout(settings.callTimeout())
                        .retryStrategy(retries(settings))
                        .build());
    }

    private static RetryStrategy retries(AwsSettings settings) {
        var first = settings.retryDelay();
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(settings.retries() + 1)
                .backoffStrategy(BackoffStrategy.exponentialDelay(first, LONGEST_DELAY))
                .throttlingBackoffStrategy(
                        BackoffStrategy.exponentialDelay(first.multipliedBy(TIMES_WHEN_THROTTLED), LONGEST_DELAY))
                .build();
    }

    private static Region region(AwsSettings settings) {
        if (settings.region() != null) {
            return Region.of(settings.region());
        }
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException none) {
            throw new WrongSettings(List.of("Setting foyer.media.aws.region is missing, and AWS_REGION is too."));
        }
    }
}
