package foyer.media.aws;

import foyer.event.EventId;
import foyer.media.BroadcastId;
import foyer.media.BroadcastRef;
import foyer.shared.Ids;
import foyer.shared.JsonText;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagev2.model.ChannelListConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.ConflictException;
import software.amazon.awssdk.services.mediapackagev2.model.ContainerType;
import software.amazon.awssdk.services.mediapackagev2.model.CreateHlsManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateLowLatencyHlsManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.InputType;
import software.amazon.awssdk.services.mediapackagev2.model.ResourceNotFoundException;
import software.amazon.awssdk.services.mediapackagev2.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationException;

/**
 * What of MediaPackage (v2) there is for a broadcast: a channel in the deployment's one group, with an endpoint that CloudFront and harvest
 * jobs may read, and nobody else. A channel is made before anything else for its broadcast, and removed after everything else, so that it
 * can say of all of it that it is on its way out.
 *
 * @see <a href="https://docs.aws.amazon.com/mediapackage/latest/APIReference/Welcome.html">MediaPackage's API</a>
 */
final class LivePackaging {
    static final String ENDPOINT = "hls";
    /** As the address has it where a broadcast plays. */
    static final String MANIFEST = "master";

    /** What was live, from when it was. A recording can only be made of what is still there, and is a day long at most. */
    static final Duration KEPT = Duration.ofHours(26);

    private static final Duration LATER = Duration.ofSeconds(30);
    // The edge passes on what asks for the next part where a playlist is called so, and nowhere else
    // (config/aws/playback/function.js).
    private static final String LOW_LATENCY = "low-latency";
    private static final String LOW_LATENCY_RENDITION = LOW_LATENCY + "-rendition";
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_-]{22})_([A-Za-z0-9_-]{22})");

    private final MediaPackageV2Client mediaPackage;
    private final AwsCalls calls;
    private final AwsLiveSettings settings;
    private final OrderToken token;

    LivePackaging(MediaPackageV2Client mediaPackage, AwsCalls calls, AwsLiveSettings settings, OrderToken token) {
        this.mediaPackage = mediaPackage;
        this.calls = calls;
        this.settings = settings;
        this.token = token;
    }

    /** What MediaPackage says of a channel. */
    record Found(String arn, boolean retired) {}

    /** Of all that is made for a broadcast: both ids are of a fixed length, so that no two broadcasts have one name. */
    static String name(BroadcastRef broadcast) {
        return broadcast.event().value() + "_" + broadcast.id().value();
    }

    Optional<Found> find(BroadcastRef broadcast) {
        try {
            var channel = calls.make(() -> mediaPackage.getChannel(
                    get -> get.channelGroupName(settings.group()).channelName(name(broadcast))));
            return Optional.of(new Found(channel.arn(), Tags.retired(channel.tags())));
        } catch (ResourceNotFoundException none) {
            return Optional.empty();
        }
    }

    /** Makes what is missing. */
    void provide(BroadcastRef broadcast) {
        if (find(broadcast).isEmpty()) {
            provideGroup(broadcast);
            makeUnlessThere(() -> mediaPackage.createChannel(create -> create.channelGroupName(settings.group())
                    .channelName(name(broadcast))
                    .inputType(InputType.CMAF)
                    .clientToken(token.of(broadcast, "package"))
                    .tags(Tags.of(broadcast, settings.group()))));
        }
        var endpoint = endpoint(broadcast);
        if (endpoint.isEmpty()) {
            makeUnlessThere(() -> mediaPackage.createOriginEndpoint(create -> create.channelGroupName(settings.group())
                    .channelName(name(broadcast))
                    .originEndpointName(ENDPOINT)
                    .containerType(ContainerType.CMAF)
                    .segment(segment -> segment.segmentDurationSeconds(ChannelOrder.SEGMENT_SECONDS))
                    .startoverWindowSeconds((int) KEPT.toSeconds())
                    .hlsManifests(manifest())
                    .lowLatencyHlsManifests(lowLatencyManifest())
                    .clientToken(token.of(broadcast, "endpoint"))
                    .tags(Tags.of(broadcast, settings.group()))));
        }
        endpoint.or(() -> endpoint(broadcast)).ifPresent(arn -> allow(broadcast, arn));
    }

    void markRetired(Found channel) {
        calls.make(() ->
                mediaPackage.tagResource(tag -> tag.resourceArn(channel.arn()).tags(Tags.retired())));
    }

    /** False while something is left. */
    boolean removed(BroadcastRef broadcast) {
        try {
            calls.make(() -> mediaPackage.deleteOriginEndpoint(delete -> delete.channelGroupName(settings.group())
                    .channelName(name(broadcast))
                    .originEndpointName(ENDPOINT)));
            calls.make(() -> mediaPackage.deleteChannel(
                    delete -> delete.channelGroupName(settings.group()).channelName(name(broadcast))));
            return true;
        } catch (ConflictException stillInUse) {
            return false;
        }
    }

    Set<BroadcastRef> present() {
        try {
            return calls.make(() ->
                    mediaPackage.listChannelsPaginator(list -> list.channelGroupName(settings.group())).items().stream()
                            .map(ChannelListConfiguration::channelName)
                            .flatMap(name -> broadcast(name).stream())
                            .collect(Collectors.toUnmodifiableSet()));
        } catch (ResourceNotFoundException noGroupYet) {
            return Set.of();
        }
    }

    private static Optional<BroadcastRef> broadcast(String name) {
        var parts = NAME.matcher(name);
        return parts.matches() && Ids.wellFormed(parts.group(1))
                ? Optional.of(new BroadcastRef(new EventId(parts.group(1)), new BroadcastId(parts.group(2))))
                : Optional.empty();
    }

    private void provideGroup(BroadcastRef broadcast) {
        try {
            calls.make(() -> mediaPackage.getChannelGroup(get -> get.channelGroupName(settings.group())));
        } catch (ResourceNotFoundException none) {
            makeUnlessThere(() -> mediaPackage.createChannelGroup(create -> create.channelGroupName(settings.group())
                    .clientToken(token.of(broadcast, "group"))
                    .tags(Tags.shared(settings.group()))));
        }
    }

    private Optional<String> endpoint(BroadcastRef broadcast) {
        try {
            return Optional.of(calls.make(
                            () -> mediaPackage.getOriginEndpoint(get -> get.channelGroupName(settings.group())
                                    .channelName(name(broadcast))
                                    .originEndpointName(ENDPOINT)))
                    .arn());
        } catch (ResourceNotFoundException none) {
            return Optional.empty();
        }
    }

    private CreateHlsManifestConfiguration manifest() {
        return CreateHlsManifestConfiguration.builder()
                .manifestName(MANIFEST)
                .manifestWindowSeconds((int) settings.window().toSeconds())
                .programDateTimeIntervalSeconds(ChannelOrder.SEGMENT_SECONDS)
                .build();
    }

    private CreateLowLatencyHlsManifestConfiguration lowLatencyManifest() {
        return CreateLowLatencyHlsManifestConfiguration.builder()
                .manifestName(LOW_LATENCY)
                .childManifestName(LOW_LATENCY_RENDITION)
                .manifestWindowSeconds((int) settings.window().toSeconds())
                .programDateTimeIntervalSeconds(ChannelOrder.SEGMENT_SECONDS)
                .build();
    }

    // CloudFront signs what it fetches, and so does MediaPackage for its harvest jobs: nobody needs a secret.
    private void allow(BroadcastRef broadcast, String endpoint) {
        var account = endpoint.split(":", -1)[4];
        var policy = Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(
                        statement(
                                endpoint,
                                "cloudfront.amazonaws.com",
                                List.of("mediapackagev2:GetObject"),
                                Map.of("AWS:SourceArn", settings.distribution())),
                        statement(
                                endpoint,
                                "mediapackagev2.amazonaws.com",
                                List.of("mediapackagev2:GetObject", "mediapackagev2:HarvestObject"),
                                Map.of("AWS:SourceAccount", account))));
        calls.make(() -> mediaPackage.putOriginEndpointPolicy(put -> put.channelGroupName(settings.group())
                .channelName(name(broadcast))
                .originEndpointName(ENDPOINT)
                .policy(JsonText.of(policy))));
    }

    private static Map<String, ?> statement(
            String endpoint, String service, List<String> actions, Map<String, String> condition) {
        return Map.of(
                "Effect",
                "Allow",
                "Principal",
                Map.of("Service", service),
                "Action",
                actions,
                "Resource",
                endpoint,
                "Condition",
                Map.of("StringEquals", condition));
    }

    private void makeUnlessThere(Supplier<?> order) {
        try {
            calls.make(order);
        } catch (ConflictException anothers) {
            // Somebody else made it at the same moment, or its answer was lost.
        } catch (ValidationException | ServiceQuotaExceededException refused) {
            throw new Unavailable("MediaPackage does not take this channel: " + refused.getMessage(), LATER, refused);
        }
    }
}
