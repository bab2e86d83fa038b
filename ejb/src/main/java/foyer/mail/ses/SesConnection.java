package foyer.mail.ses;

import foyer.shared.WrongSettings;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.TlsKeyManagersProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/** Opens the SDK's client, which tries each call once: when to try again is the outbox's to say. */
final class SesConnection {
    private static final int CONNECTIONS = 8;

    private SesConnection() {}

    static Consumer<SendEmailRequest> open(SesSettings settings) {
        var transport = ApacheHttpClient.builder()
                .maxConnections(CONNECTIONS)
                .connectionTimeout(settings.timeout())
                .connectionAcquisitionTimeout(settings.timeout())
                .socketTimeout(settings.timeout())
                .tlsKeyManagersProvider(TlsKeyManagersProvider.noneProvider());
        var builder = SesV2Client.builder()
                .httpClientBuilder(transport)
                .overrideConfiguration(override -> override.apiCallAttemptTimeout(settings.timeout())
                        .apiCallTimeout(settings.timeout())
                        .retryStrategy(retries -> retries.maxAttempts(1)));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        return builder.region(region(settings)).build()::sendEmail;
    }

    private static Region region(SesSettings settings) {
        var region = settings.region();
        if (region != null) {
            return Region.of(region);
        }
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException none) {
            throw new WrongSettings(List.of("Setting foyer.mail.ses.region is missing, and AWS_REGION is too."));
        }
    }
}
