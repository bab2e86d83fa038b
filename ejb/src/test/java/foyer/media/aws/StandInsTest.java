package foyer.media.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfrontkeyvaluestore.CloudFrontKeyValueStoreClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.mediaconvert.MediaConvertClient;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.InputType;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;

/** What stands in for AWS refuses what AWS would, or all that is tried on it would prove nothing. */
class StandInsTest {
    private static final Map<String, String> TAGS = Map.of(Tags.PURPOSE, "test", Tags.DEPLOYMENT, LiveHouse.GROUP);

    private final SettableClock clock = new SettableClock();
    private final S3StandIn s3 = new S3StandIn();
    private final MediaLiveStandIn mediaLive = new MediaLiveStandIn(clock);
    private final AwsCloud cloud = AwsCloud.open()
            .with("s3", s3)
            .with("medialive", mediaLive)
            .with("mediapackagev2", new MediaPackageStandIn(clock, mediaLive, s3))
            .with("mediaconvert", new MediaConvertStandIn(s3))
            .with(CloudWatchStandIn.SERVICE, new CloudWatchStandIn(mediaLive, clock))
            .with(KeyValueStandIn.SERVICE, new KeyValueStandIn());
    private final SdkHttpClient transport = ApacheHttpClient.create();

    @AfterEach
    void end() {
        transport.close();
        cloud.close();
    }

    /** Of each, one call is made. */
    private enum Service {
        MEDIA_LIVE,
        MEDIA_PACKAGE,
        MEDIA_CONVERT,
        CLOUD_WATCH,
        KEY_VALUE_STORE
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void whatTheModelHasIsTaken(Service service) {
        assertThatCode(calling(service, transport, request -> {})).doesNotThrowAnyException();
        assertThat(cloud.calls()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void whatTheModelHasNotIsRefused(Service service) {
        assertThatThrownBy(calling(service, transport, request -> request.putRawQueryParameter("Hue", "1")))
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        refused -> assertThat(refused.statusCode()).isEqualTo(400))
                .hasMessageContaining("unknown")
                .hasMessageContaining("Hue");
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void whatIsNotWhatWasSignedIsRefused(Service service) {
        var altering = new Altering(transport);

        assertThatThrownBy(calling(service, altering, request -> {}))
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        refused -> assertThat(refused.statusCode()).isEqualTo(403));
        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void whoDoesNotSignIsRefused() throws IOException, InterruptedException {
        var sender = HttpClient.newHttpClient();
        for (var path :
                new String[] {"/prod/inputs", "/channelGroup/" + LiveHouse.GROUP + "/channel", "/2017-08-29/jobs/1", "/"
                }) {
            var request =
                    HttpRequest.newBuilder(URI.create(cloud.endpoint() + path)).build();

            assertThat(sender.send(request, BodyHandlers.discarding()).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void whatIsOutOfBoundsIsRefused() {
        var client =
                client(MediaPackageV2Client.builder(), transport, request -> {}).build();

        assertThatThrownBy(() -> client.listChannels(
                        list -> list.channelGroupName(LiveHouse.GROUP).maxResults(1_001)))
                .hasMessageContaining("is more than");
        assertThatThrownBy(() -> client.listChannels(
                        list -> list.channelGroupName(LiveHouse.GROUP).maxResults(0)))
                .hasMessageContaining("is less than");
    }

    @Test
    void anOrderWithoutANameOrAPurposeIsRefused() {
        var client = client(MediaLiveClient.builder(), transport, request -> {}).build();

        assertThatThrownBy(() -> client.createInput(
                        create -> create.name("one").type(InputType.RTMP_PUSH).tags(TAGS)))
                .hasMessageContaining("RequestId");
        assertThatThrownBy(() -> client.createInput(
                        create -> create.name("one").type(InputType.RTMP_PUSH).requestId("one-order")))
                .hasMessageContaining("what for");
        assertThat(mediaLive.tags()).isEmpty();
    }

    @Test
    void whatIsOfAnotherKindIsRefused() {
        var client = client(MediaLiveClient.builder(), transport, request -> {}).build();

        assertThatThrownBy(() -> client.createInput(create ->
                        create.name("one").type("PIGEON").requestId("one-order").tags(TAGS)))
                .hasMessageContaining("is none of");
    }

    private ThrowingCallable calling(Service service, SdkHttpClient by, Consumer<SdkHttpRequest.Builder> spoiling) {
        return switch (service) {
            case MEDIA_LIVE ->
                () -> client(MediaLiveClient.builder(), by, spoiling).build().listInputs();
            case MEDIA_PACKAGE ->
                () -> client(MediaPackageV2Client.builder(), by, spoiling)
                        .build()
                        .createChannelGroup(create -> create.channelGroupName(LiveHouse.GROUP)
                                .clientToken("one-order")
                                .tags(TAGS));
            case MEDIA_CONVERT ->
                () -> client(MediaConvertClient.builder(), by, spoiling)
                        .build()
                        .searchJobs(search -> search.inputFile("s3://" + S3StandIn.BUCKET + "/file"));
            case CLOUD_WATCH ->
                () -> client(CloudWatchClient.builder(), by, spoiling)
                        .build()
                        .getMetricData(get -> get.startTime(clock.instant())
                                .endTime(clock.instant().plus(Duration.ofMinutes(1)))
                                .metricDataQueries(query()));
            case KEY_VALUE_STORE ->
                () -> client(
                                CloudFrontKeyValueStoreClient.builder()
                                        .putAuthScheme(new AsymmetricScheme(Clock.systemUTC()))
                                        .endpointProvider(asked -> CompletableFuture.completedFuture(Endpoint.builder()
                                                .url(cloud.endpoint())
                                                .build())),
                                by,
                                spoiling)
                        .build()
                        .describeKeyValueStore(describe -> describe.kvsARN(KeyValueStandIn.STORE));
        };
    }

    private static MetricDataQuery query() {
        var metric = Metric.builder()
                .namespace("AWS/MediaLive")
                .metricName("NetworkIn")
                .dimensions(dimension("ChannelId", "1"), dimension("Pipeline", "1"))
                .build();
        return MetricDataQuery.builder()
                .id("in0")
                .metricStat(stat -> stat.period(60).stat("Average").metric(metric))
                .build();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    /** @param spoiling what becomes of a request before it is signed */
    private <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B client(
            B builder, SdkHttpClient by, Consumer<SdkHttpRequest.Builder> spoiling) {
        return builder.endpointOverride(cloud.endpoint())
                .region(Region.EU_CENTRAL_1)
                .httpClient(by)
                .overrideConfiguration(how -> how.addExecutionInterceptor(new Spoiling(spoiling)));
    }

    private record Spoiling(Consumer<SdkHttpRequest.Builder> how) implements ExecutionInterceptor {
        @Override
        public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
            var request = context.httpRequest().toBuilder();
            how.accept(request);
            return request.build();
        }
    }

    /** Asks for something else than was signed. */
    private record Altering(SdkHttpClient others) implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest signed) {
            var altered = HttpExecuteRequest.builder()
                    .request(signed.httpRequest().toBuilder()
                            .putRawQueryParameter("NextToken", "2")
                            .build());
            signed.contentStreamProvider().ifPresent(altered::contentStreamProvider);
            return others.prepareRequest(altered.build());
        }

        @Override
        public String clientName() {
            return others.clientName();
        }

        @Override
        public void close() {
            others.close();
        }
    }
}
