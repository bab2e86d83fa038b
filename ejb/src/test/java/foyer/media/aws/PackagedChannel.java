package foyer.media.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One of MediaPackage's channels: what came to it, and what of that its endpoint gives out to whom. */
final class PackagedChannel {
    /** Each of what is sent is cut into these. */
    static final Duration SEGMENT = Duration.ofSeconds(2);

    final String group;
    final Map<String, Object> order;
    final Map<String, Object> tags;
    final Map<String, HarvestJob> jobs = new LinkedHashMap<>();
    List<Instant> segments = List.of();
    int renditions;
    List<String> captions = List.of();

    @Nullable
    Map<String, Object> endpoint;

    @Nullable
    Map<?, ?> policy;

    PackagedChannel(String group, Map<String, Object> order) {
        this.group = group;
        this.order = order;
        this.tags = copy(order.get("Tags"));
    }

    String path() {
        return group + "/" + order.get("ChannelName");
    }

    String arn() {
        return MediaPackageStandIn.HERE + group + "/channel/" + order.get("ChannelName");
    }

    String endpointArn() {
        return arn() + "/originEndpoint/" + LivePackaging.ENDPOINT;
    }

    /** Whether its endpoint's policy lets this service do so on this condition. */
    boolean allows(String service, String action, String condition, String value) {
        return policy != null
                && ServiceModel.list(policy.get("Statement")).stream()
                        .<Map<?, ?>>map(ServiceModel::map)
                        .anyMatch(statement -> "Allow".equals(statement.get("Effect"))
                                && Map.of("Service", service).equals(statement.get("Principal"))
                                && ServiceModel.list(statement.get("Action")).contains(action)
                                && Map.of("StringEquals", Map.of(condition, value))
                                        .equals(statement.get("Condition")));
    }

    /** When the segments begin that are still told. */
    List<Instant> seen() {
        var told = Objects.requireNonNull(endpoint);
        var manifest =
                ServiceModel.map(ServiceModel.list(told.get("HlsManifests")).get(0));
        var window = Duration.ofSeconds(number(manifest.get("ManifestWindowSeconds")));
        var latest = segments.isEmpty()
                ? Instant.MIN
                : segments.get(segments.size() - 1).minus(window);
        return segments.stream().filter(begin -> begin.isAfter(latest)).toList();
    }

    // What came is kept here, for the channel of MediaLive's that sent it may go.
    void take(MediaLiveStandIn mediaLive) {
        var sent = mediaLive.sentTo(path());
        if (sent.isEmpty()) {
            return;
        }
        renditions = mediaLive.renditions(path());
        captions = mediaLive.captions(path());
        segments =
                sent.stream().flatMap(feed -> whole(feed[0], feed[1]).stream()).toList();
    }

    private static List<Instant> whole(Instant from, Instant until) {
        var count = (int) Duration.between(from, until).dividedBy(SEGMENT);
        return IntStream.range(0, count)
                .mapToObj(place -> from.plus(SEGMENT.multipliedBy(place)))
                .toList();
    }

    static long number(@Nullable Object value) {
        return value instanceof Long number ? number : 0;
    }

    static Map<String, Object> copy(@Nullable Object map) {
        var copy = new LinkedHashMap<String, Object>();
        ServiceModel.map(map).forEach((name, value) -> copy.put(String.valueOf(name), value));
        return copy;
    }
}
