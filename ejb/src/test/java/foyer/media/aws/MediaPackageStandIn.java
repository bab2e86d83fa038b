package foyer.media.aws;

import foyer.media.aws.ServiceModel.Asked;
import foyer.shared.JsonText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * MediaPackage (v2): what the stand-in for MediaLive sends is cut into segments of two seconds, which are given out to whoever the
 * endpoint's policy lets in, and put into the bucket by harvest jobs. What was sent stays with the channel.
 *
 * @see <a href="https://docs.aws.amazon.com/mediapackage/latest/APIReference/Welcome.html">MediaPackage's API</a>
 */
final class MediaPackageStandIn implements AwsService {
    static final String ACCOUNT = "111122223333";
    private static final String HERE = "arn:aws:mediapackagev2:eu-central-1:" + ACCOUNT + ":channelGroup/";
    private static final Duration SEGMENT = Duration.ofSeconds(2);
    private static final Duration QUEUE = Duration.ofSeconds(1);
    private static final Duration WORK = Duration.ofSeconds(3);
    private static final int A_PAGE = 2;

    private final ServiceModel model = ServiceModel.of("mediapackagev2");
    private final Clock clock;
    private final MediaLiveStandIn mediaLive;
    private final S3StandIn s3;
    private final Map<String, Map<String, Object>> groups = new TreeMap<>();
    private final Map<String, AChannel> channels = new TreeMap<>();
    private int failing;
    private int made;

    MediaPackageStandIn(Clock clock, MediaLiveStandIn mediaLive, S3StandIn s3) {
        this.clock = clock;
        this.mediaLive = mediaLive;
        this.s3 = s3;
    }

    private static final class AChannel {
        final String group;
        final Map<String, Object> order;
        final Map<String, Object> tags;
        final Map<String, AJob> jobs = new LinkedHashMap<>();
        List<Instant> segments = List.of();
        int renditions;

        @Nullable
        Map<String, Object> endpoint;

        @Nullable
        Map<?, ?> policy;

        AChannel(String group, Map<String, Object> order) {
            this.group = group;
            this.order = order;
            this.tags = copy(order.get("Tags"));
        }

        String path() {
            return group + "/" + order.get("ChannelName");
        }

        String arn() {
            return HERE + group + "/channel/" + order.get("ChannelName");
        }

        String endpointArn() {
            return arn() + "/originEndpoint/" + LivePackaging.ENDPOINT;
        }
    }

    private static final class AJob {
        final Map<String, Object> order;
        final Instant createdAt;
        final boolean fails;
        boolean written;

        AJob(Map<String, Object> order, Instant createdAt, boolean fails) {
            this.order = order;
            this.createdAt = createdAt;
            this.fails = fails;
        }
    }

    /** So many of the next harvest jobs fail. */
    synchronized void failHarvests(int times) {
        failing = times;
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

    /** How many channels were ever made. */
    synchronized int made() {
        return made;
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
        if (!allows(channel, "cloudfront.amazonaws.com", "mediapackagev2:GetObject", "AWS:SourceArn", distribution)) {
            throw new AwsRefusal(403, "AccessDeniedException", path);
        }
        take(channel);
        var seen = seen(channel);
        var file = files(seen, !mediaLive.sendsTo(channel.path()), channel.renditions)
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
                    case "CreateChannelGroup" -> newGroup(asked);
                    case "GetChannelGroup" -> group(asked);
                    case "CreateChannel" -> shown(newChannel(asked));
                    case "GetChannel" -> shown(channel(asked));
                    case "ListChannels" -> page(asked);
                    case "DeleteChannel" -> removed(asked);
                    case "CreateOriginEndpoint" -> endpoint(newEndpoint(asked));
                    case "GetOriginEndpoint" -> endpoint(withEndpoint(asked));
                    case "DeleteOriginEndpoint" -> removedEndpoint(asked);
                    case "PutOriginEndpointPolicy" -> policy(asked);
                    case "CreateHarvestJob" -> newJob(asked);
                    case "GetHarvestJob" -> job(asked);
                    default -> throw new AwsRefusal(501, "NotImplemented", asked.operation());
                });
    }

    private Map<String, Object> newGroup(Asked asked) {
        var name = whole(asked.text("ChannelGroupName"));
        if (groups.putIfAbsent(name, copy(asked.members().get("Tags"))) != null) {
            throw new AwsRefusal(409, "ConflictException", "The channel group exists.");
        }
        return group(asked);
    }

    private Map<String, Object> group(Asked asked) {
        var name = asked.text("ChannelGroupName");
        refuseWithoutGroup(name);
        return Map.of(
                "ChannelGroupName",
                name,
                "Arn",
                HERE + name,
                "EgressDomain",
                "abc.egress.xyz.mediapackagev2.eu-central-1.amazonaws.com",
                "CreatedAt",
                1_700_000_000,
                "ModifiedAt",
                1_700_000_000);
    }

    private AChannel newChannel(Asked asked) {
        var group = asked.text("ChannelGroupName");
        refuseWithoutGroup(group);
        var path = group + "/" + whole(asked.text("ChannelName"));
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
        channels.put(path, new AChannel(group, asked.members()));
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

    private AChannel newEndpoint(Asked asked) {
        var channel = channel(asked);
        if (channel.endpoint != null) {
            throw new AwsRefusal(409, "ConflictException", "The endpoint exists.");
        }
        var names = new ArrayList<String>();
        for (var list : List.of("HlsManifests", "LowLatencyHlsManifests")) {
            for (var manifest : ServiceModel.list(asked.members().get(list))) {
                names.add(whole(String.valueOf(ServiceModel.map(manifest).get("ManifestName"))));
                if (number(ServiceModel.map(manifest).get("ManifestWindowSeconds"))
                        > number(asked.members().get("StartoverWindowSeconds"))) {
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

    private static boolean allows(AChannel channel, String service, String action, String condition, String value) {
        return channel.policy != null
                && ServiceModel.list(channel.policy.get("Statement")).stream()
                        .<Map<?, ?>>map(ServiceModel::map)
                        .anyMatch(statement -> "Allow".equals(statement.get("Effect"))
                                && Map.of("Service", service).equals(statement.get("Principal"))
                                && ServiceModel.list(statement.get("Action")).contains(action)
                                && Map.of("StringEquals", Map.of(condition, value))
                                        .equals(statement.get("Condition")));
    }

    private Map<String, Object> newJob(Asked asked) {
        var channel = withEndpoint(asked);
        var name = whole(asked.text("HarvestJobName"));
        var there = channel.jobs.get(name);
        if (there != null
                && !Objects.equals(
                        there.order.get("ClientToken"), asked.members().get("ClientToken"))) {
            throw new AwsRefusal(409, "ConflictException", "The harvest job exists.");
        }
        var reads = List.of("mediapackagev2:GetObject", "mediapackagev2:HarvestObject").stream()
                .allMatch(action ->
                        allows(channel, "mediapackagev2.amazonaws.com", action, "AWS:SourceAccount", ACCOUNT));
        if (!reads) {
            throw new AwsRefusal(400, "ValidationException", "The endpoint does not let harvest jobs read it.");
        }
        var schedule = ServiceModel.map(asked.members().get("ScheduleConfiguration"));
        var from = moment(schedule.get("StartTime"));
        var until = moment(schedule.get("EndTime"));
        if (!from.isBefore(until)
                || Duration.between(from, until).compareTo(Duration.ofHours(24)) > 0
                || from.isAfter(clock.instant())) {
            throw new AwsRefusal(400, "ValidationException", "INVALID_HARVEST_JOB_DURATION");
        }
        if (there == null) {
            channel.jobs.put(name, new AJob(asked.members(), clock.instant(), failing-- > 0));
        }
        return job(asked);
    }

    private Map<String, Object> job(Asked asked) {
        var channel = channel(asked);
        var name = asked.text("HarvestJobName");
        var job = channel.jobs.get(name);
        if (job == null) {
            throw new AwsRefusal(404, "ResourceNotFoundException", "There is no such harvest job.");
        }
        var status = status(channel, job);
        var shown = new LinkedHashMap<String, Object>();
        for (var member : List.of(
                "ChannelGroupName",
                "ChannelName",
                "OriginEndpointName",
                "Destination",
                "HarvestedManifests",
                "ScheduleConfiguration",
                "HarvestJobName",
                "Tags")) {
            shown.put(member, job.order.get(member));
        }
        shown.put("Arn", channel.endpointArn() + "/harvestJob/" + name);
        shown.put("CreatedAt", job.createdAt.getEpochSecond());
        shown.put("ModifiedAt", job.createdAt.getEpochSecond());
        shown.put("Status", status);
        if (status.equals("FAILED")) {
            shown.put("ErrorMessage", "No content");
        }
        return shown;
    }

    private String status(AChannel channel, AJob job) {
        var age = Duration.between(job.createdAt, clock.instant());
        if (age.compareTo(QUEUE) < 0) {
            return "QUEUED";
        }
        if (age.compareTo(QUEUE.plus(WORK)) < 0) {
            return "IN_PROGRESS";
        }
        var found = job.written ? List.<Instant>of() : asked(channel, job);
        if (job.fails || (!job.written && found.isEmpty())) {
            return "FAILED";
        }
        if (!job.written) {
            write(channel, job, found);
        }
        return "COMPLETED";
    }

    private List<Instant> asked(AChannel channel, AJob job) {
        take(channel);
        var schedule = ServiceModel.map(job.order.get("ScheduleConfiguration"));
        var from = moment(schedule.get("StartTime"));
        var until = moment(schedule.get("EndTime"));
        return channel.segments.stream()
                .filter(begin -> begin.plus(SEGMENT).isAfter(from) && begin.isBefore(until))
                .toList();
    }

    private void write(AChannel channel, AJob job, List<Instant> segments) {
        var to = ServiceModel.map(ServiceModel.map(job.order.get("Destination")).get("S3Destination"));
        if (!S3StandIn.BUCKET.equals(to.get("BucketName"))) {
            throw new IllegalStateException("The stand-in knows one bucket.");
        }
        files(segments, true, channel.renditions)
                .forEach((name, text) ->
                        s3.put(to.get("DestinationPath") + "/" + name, text.getBytes(StandardCharsets.UTF_8)));
        job.written = true;
    }

    /** All files by their names: the manifest, the renditions' playlists, and what these name. */
    private static Map<String, String> files(List<Instant> segments, boolean ended, int renditions) {
        var files = new TreeMap<String, String>();
        files.put(
                LivePackaging.MANIFEST + ".m3u8",
                "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n"
                        + IntStream.rangeClosed(1, renditions)
                                .mapToObj(rendition -> "#EXT-X-STREAM-INF:BANDWIDTH=%d\n%s_%d.m3u8\n"
                                        .formatted(rendition * 100_000, LivePackaging.MANIFEST, rendition))
                                .collect(Collectors.joining()));
        for (var rendition = 1; rendition <= renditions; rendition++) {
            var text =
                    new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:1\n");
            text.append("#EXT-X-MAP:URI=\"segment_%d_init.mp4\"\n".formatted(rendition));
            files.put("segment_%d_init.mp4".formatted(rendition), "init");
            for (var begin : segments) {
                var name = "segment_%d_%d.mp4".formatted(rendition, begin.toEpochMilli());
                text.append("#EXT-X-PROGRAM-DATE-TIME:%s\n#EXTINF:2.0,\n%s\n".formatted(begin, name));
                files.put(name, "a segment");
            }
            if (ended) {
                text.append("#EXT-X-ENDLIST\n");
            }
            files.put("%s_%d.m3u8".formatted(LivePackaging.MANIFEST, rendition), text.toString());
        }
        return files;
    }

    private List<Instant> seen(AChannel channel) {
        var endpoint = Objects.requireNonNull(channel.endpoint);
        var manifest =
                ServiceModel.map(ServiceModel.list(endpoint.get("HlsManifests")).get(0));
        var window = Duration.ofSeconds(number(manifest.get("ManifestWindowSeconds")));
        var latest = channel.segments.isEmpty()
                ? Instant.MIN
                : channel.segments.get(channel.segments.size() - 1).minus(window);
        return channel.segments.stream().filter(begin -> begin.isAfter(latest)).toList();
    }

    // What came is kept here, for the channel of MediaLive's that sent it may go.
    private void take(AChannel channel) {
        var sent = mediaLive.sentTo(channel.path());
        if (sent.isEmpty()) {
            return;
        }
        channel.renditions = mediaLive.renditions(channel.path());
        channel.segments = sent.stream()
                .flatMap(feed -> segments(feed[0], feed[1]).stream())
                .toList();
    }

    private static List<Instant> segments(Instant from, Instant until) {
        var whole = (int) Duration.between(from, until).dividedBy(SEGMENT);
        return IntStream.range(0, whole)
                .mapToObj(place -> from.plus(SEGMENT.multipliedBy(place)))
                .toList();
    }

    private void tag(Asked asked) {
        channels.values().stream()
                .filter(channel -> channel.arn().equals(asked.text("ResourceArn")))
                .findFirst()
                .orElseThrow(() -> new AwsRefusal(400, "ValidationException", "There is no such resource."))
                .tags
                .putAll(copy(asked.members().get("Tags")));
    }

    private Map<String, Object> page(Asked asked) {
        var group = asked.text("ChannelGroupName");
        refuseWithoutGroup(group);
        var all = channels.values().stream()
                .filter(channel -> channel.group.equals(group))
                .map(this::listed)
                .toList();
        var from = asked.members().get("NextToken") instanceof String token ? Integer.parseInt(token) : 0;
        var page = new LinkedHashMap<String, Object>();
        page.put("Items", all.subList(Math.min(from, all.size()), Math.min(all.size(), from + A_PAGE)));
        if (from + A_PAGE < all.size()) {
            page.put("NextToken", Integer.toString(from + A_PAGE));
        }
        return page;
    }

    private Map<String, Object> listed(AChannel channel) {
        var shown = new LinkedHashMap<>(shown(channel));
        shown.remove("Tags");
        return shown;
    }

    private Map<String, Object> shown(AChannel channel) {
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

    private Map<String, Object> endpoint(AChannel channel) {
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
                Map.of("SegmentDurationSeconds", SEGMENT.toSeconds()),
                "CreatedAt",
                1_700_000_000,
                "ModifiedAt",
                1_700_000_000);
    }

    private AChannel withEndpoint(Asked asked) {
        var channel = channel(asked);
        if (channel.endpoint == null || !LivePackaging.ENDPOINT.equals(asked.text("OriginEndpointName"))) {
            throw new AwsRefusal(404, "ResourceNotFoundException", "There is no such endpoint.");
        }
        return channel;
    }

    private AChannel channel(Asked asked) {
        var channel = channels.get(asked.text("ChannelGroupName") + "/" + asked.text("ChannelName"));
        if (channel == null) {
            throw new AwsRefusal(404, "ResourceNotFoundException", "There is no such channel.");
        }
        return channel;
    }

    private void refuseWithoutGroup(String name) {
        if (!groups.containsKey(name)) {
            throw new AwsRefusal(404, "ResourceNotFoundException", "There is no such channel group.");
        }
    }

    // The model's patterns have no ends.
    private static String whole(String name) {
        if (!name.matches("[a-zA-Z0-9_-]{1,256}")) {
            throw new AwsRefusal(400, "ValidationException", name + " is no name.");
        }
        return name;
    }

    private static Instant moment(@Nullable Object seconds) {
        var millis = new BigDecimal(String.valueOf(seconds)).movePointRight(3);
        return Instant.ofEpochMilli(millis.longValue());
    }

    private static long number(@Nullable Object value) {
        return value instanceof Long number ? number : 0;
    }

    private static Map<String, Object> copy(@Nullable Object map) {
        var copy = new LinkedHashMap<String, Object>();
        ServiceModel.map(map).forEach((name, value) -> copy.put(String.valueOf(name), value));
        return copy;
    }
}
