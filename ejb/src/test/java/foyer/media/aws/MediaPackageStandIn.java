package foyer.media.aws;

import foyer.media.aws.ServiceModel.Asked;
import foyer.shared.JsonText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * MediaPackage (v2): what the stand-in for MediaLive sends is cut into segments of two seconds, which are given out to whoever the
 * endpoint's policy lets in, and put into the bucket by harvest jobs. What was sent stays with the channel.
 *
 * @see <a href="https://docs.aws.amazon.com/mediapackage/latest/APIReference/Welcome.html">MediaPackage's API</a>
 */
final class MediaPackageStandIn implements AwsService {
    static final String ACCOUNT = "111122223333";
    static final String HERE = "arn:aws:mediapackagev2:eu-central-1:" + ACCOUNT + ":channelGroup/";

    private final ServiceModel model = ServiceModel.of("mediapackagev2");
    private final MediaLiveStandIn mediaLive;
    private final HarvestJobs harvests;
    private final PackagedGroups groups = new PackagedGroups();
    private final Map<String, PackagedChannel> channels = new TreeMap<>();
    private int made;

    MediaPackageStandIn(Clock clock, MediaLiveStandIn mediaLive, S3StandIn s3) {
        this.mediaLive = mediaLive;
        this.harvests = new HarvestJobs(clock, mediaLive, s3);
    }

    /** So many of the next harvest jobs fail. */
    synchronized void failHarvests(int times) {
        harvests.fail(times);
    }

    /** Somebody deletes all channels by hand. */
    synchronized void loseChannels() {
        channels.clear();
    }

    synchronized void loseEndpoints() {
        channels.values().forEach(channel -> channel.endpoint = null);
    }

    synchronized List<String> channels() {
        return List.copyOf(channels.keySet());
    }

    synchronized List<Map<String, Object>> tags() {
        return channels.values().stream().map(channel -> channel.tags).toList();
    }

    synchronized List<Map<String, Object>> endpoints() {
        return channels.values().stream()
                .map(channel -> channel.endpoint)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What the endpoints' policies say. */
    synchronized List<Map<?, ?>> policies() {
        return channels.values().stream()
                .<Map<?, ?>>map(channel -> ServiceModel.map(channel.policy))
                .toList();
    }

    /** How many channels were ever made. */
    synchronized int made() {
        return made;
    }

    /** Harvest jobs are looked at, as time itself does it there. */
    synchronized void endHarvests() {
        channels.values().forEach(harvests::look);
    }

    synchronized List<String> jobs() {
        return channels.values().stream()
                .flatMap(channel -> channel.jobs.keySet().stream())
                .toList();
    }

    /** As CloudFront fetches it: {@code /out/v1/{group}/{channel}/{endpoint}/{file}}. Fails with {@link AwsRefusal}. */
    synchronized String fetch(String path, String distribution) {
        var parts = path.split("/", -1);
        var channel = parts.length == 7 ? channels.get(parts[3] + "/" + parts[4]) : null;
        if (channel == null || channel.endpoint == null || !parts[5].equals(LivePackaging.ENDPOINT)) {
            throw new AwsRefusal(404, "ResourceNotFoundException", path);
        }
        if (!channel.allows("cloudfront.amazonaws.com", "mediapackagev2:GetObject", "AWS:SourceArn", distribution)) {
            throw new AwsRefusal(403, "AccessDeniedException", path);
        }
        channel.take(mediaLive);
        var seen = channel.seen();
        var file = PackagedFiles.of(seen, !mediaLive.sendsTo(channel.path()), channel.renditions, channel.captions)
                .get(parts[6]);
        if (seen.isEmpty() || file == null) {
            throw new AwsRefusal(404, "ResourceNotFoundException", path);
        }
        return file;
    }

    @Override
    public String operation(AwsRequest request) {
        return "mediapackage:" + model.read(request).operation();
    }

    @Override
    public AwsAnswer refused(AwsRefusal refusal) {
        return refusal.code().equals(AwsRefusal.throttled().code())
                ? new AwsRefusal(429, "ThrottlingException", "Rate exceeded").inJson()
                : refusal.inJson();
    }

    @Override
    public synchronized AwsAnswer answer(AwsRequest request) {
        var asked = model.read(request);
        if (asked.operation().equals("TagResource")) {
            tag(asked);
            return AwsAnswer.empty(204);
        }
        return model.answer(
                asked.operation(),
                switch (asked.operation()) {
                    case "CreateChannelGroup" -> groups.add(asked);
                    case "GetChannelGroup" -> groups.shown(asked);
                    case "CreateChannel" -> shown(newChannel(asked));
                    case "GetChannel" -> shown(channel(asked));
                    case "ListChannels" -> page(asked);
                    case "DeleteChannel" -> removed(asked);
                    case "CreateOriginEndpoint" -> endpoint(newEndpoint(asked));
                    case "GetOriginEndpoint" -> endpoint(withEndpoint(asked));
                    case "DeleteOriginEndpoint" -> removedEndpoint(asked);
                    case "PutOriginEndpointPolicy" -> policy(asked);
                    case "CreateHarvestJob" -> harvests.newJob(withEndpoint(asked), asked);
                    case "GetHarvestJob" -> harvests.job(channel(asked), asked);
                    default -> throw new AwsRefusal(501, "NotImplemented", asked.operation());
                });
    }

    private PackagedChannel newChannel(Asked asked) {
        var group = asked.text("ChannelGroupName");
        groups.refuseWithout(group);
        var path = group + "/" + PackagedGroups.whole(asked.text("ChannelName"));
        var there = channels.get(path);
        if (there != null) {
            if (Objects.equals(there.order.get("ClientToken"), asked.members().get("ClientToken"))) {
                return there;
            }
            throw new AwsRefusal(409, "ConflictException", "The channel exists.");
        }
        if (!"CMAF".equals(asked.members().get("InputType"))) {
            throw new AwsRefusal(400, "ValidationException", "MediaLive sends by CMAF here.");
        }
        made++;
        channels.put(path, new PackagedChannel(group, asked.members()));
        return channel(asked);
    }

    private Map<String, Object> removed(Asked asked) {
        var path = asked.text("ChannelGroupName") + "/" + asked.text("ChannelName");
        var channel = channels.get(path);
        if (channel != null && channel.endpoint != null) {
            throw new AwsRefusal(409, "ConflictException", "The channel has an endpoint.");
        }
        if (mediaLive.sendsTo(path)) {
            throw new AwsRefusal(409, "ConflictException", "MediaLive sends to it.");
        }
        channels.remove(path);
        return Map.of();
    }

    private PackagedChannel newEndpoint(Asked asked) {
        var channel = channel(asked);
        if (channel.endpoint != null) {
            throw new AwsRefusal(409, "ConflictException", "The endpoint exists.");
        }
        var names = new ArrayList<String>();
        for (var list : List.of("HlsManifests", "LowLatencyHlsManifests")) {
            for (var manifest : ServiceModel.list(asked.members().get(list))) {
                names.add(PackagedGroups.whole(
                        String.valueOf(ServiceModel.map(manifest).get("ManifestName"))));
                if (PackagedChannel.number(ServiceModel.map(manifest).get("ManifestWindowSeconds"))
                        > PackagedChannel.number(asked.members().get("StartoverWindowSeconds"))) {
                    throw new AwsRefusal(
                            400, "ValidationException", "A manifest's window is longer than what is kept.");
                }
            }
        }
        if (names.size() != names.stream().distinct().count()) {
            throw new AwsRefusal(400, "ValidationException", "Two manifests have one name.");
        }
        channel.endpoint = asked.members();
        channel.policy = null;
        return channel;
    }

    private Map<String, Object> removedEndpoint(Asked asked) {
        var channel = channels.get(asked.text("ChannelGroupName") + "/" + asked.text("ChannelName"));
        if (channel != null) {
            channel.endpoint = null;
            channel.policy = null;
        }
        return Map.of();
    }

    private Map<String, Object> policy(Asked asked) {
        var channel = withEndpoint(asked);
        var policy = ServiceModel.map(JsonText.read(asked.text("Policy")));
        for (var each : ServiceModel.list(policy.get("Statement"))) {
            // No wildcards are taken here.
            if (!channel.endpointArn().equals(ServiceModel.map(each).get("Resource"))) {
                throw new AwsRefusal(400, "ValidationException", "The policy is for another resource.");
            }
        }
        channel.policy = policy;
        return Map.of();
    }

    private void tag(Asked asked) {
        channels.values().stream()
                .filter(channel -> channel.arn().equals(asked.text("ResourceArn")))
                .findFirst()
                .orElseThrow(() -> new AwsRefusal(400, "ValidationException", "There is no such resource."))
                .tags
                .putAll(PackagedChannel.copy(asked.members().get("Tags")));
    }

    private Map<String, Object> page(Asked asked) {
        var group = asked.text("ChannelGroupName");
        groups.refuseWithout(group);
        var all = channels.values().stream()
                .filter(channel -> channel.group.equals(group))
                .map(this::listed)
                .toList();
        return asked.page("Items", all, "NextToken");
    }

    private Map<String, Object> listed(PackagedChannel channel) {
        var shown = new LinkedHashMap<>(shown(channel));
        shown.remove("Tags");
        return shown;
    }

    private Map<String, Object> shown(PackagedChannel channel) {
        return Map.of(
                "Arn",
                channel.arn(),
                "ChannelGroupName",
                channel.group,
                "ChannelName",
                channel.order.getOrDefault("ChannelName", ""),
                "CreatedAt",
                1_700_000_000,
                "ModifiedAt",
                1_700_000_000,
                "InputType",
                "CMAF",
                "Tags",
                channel.tags);
    }

    private Map<String, Object> endpoint(PackagedChannel channel) {
        return Map.of(
                "Arn",
                channel.endpointArn(),
                "ChannelGroupName",
                channel.group,
                "ChannelName",
                channel.order.getOrDefault("ChannelName", ""),
                "OriginEndpointName",
                LivePackaging.ENDPOINT,
                "ContainerType",
                "CMAF",
                "Segment",
                Map.of("SegmentDurationSeconds", PackagedChannel.SEGMENT.toSeconds()),
                "CreatedAt",
                1_700_000_000,
                "ModifiedAt",
                1_700_000_000);
    }

    private PackagedChannel withEndpoint(Asked asked) {
        var channel = channel(asked);
        if (channel.endpoint == null || !LivePackaging.ENDPOINT.equals(asked.text("OriginEndpointName"))) {
            throw new AwsRefusal(404, "ResourceNotFoundException", "There is no such endpoint.");
        }
        return channel;
    }

    private PackagedChannel channel(Asked asked) {
        var channel = channels.get(asked.text("ChannelGroupName") + "/" + asked.text("ChannelName"));
        if (channel == null) {
            throw new AwsRefusal(404, "ResourceNotFoundException", "There is no such channel.");
        }
        return channel;
    }
}
