package foyer.media.aws;

import foyer.media.aws.ServiceModel.Asked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * MediaLive without a picture, by a clock of its own: what takes it minutes takes minutes of that. It is stricter than its pages say where
 * these say nothing: an input is taken only once it is there, a channel that starts cannot be stopped, and an order of which the result is
 * gone is not carried out again. Lists come in pages of two.
 *
 * @see <a href="https://docs.aws.amazon.com/medialive/latest/apireference/resources.html">MediaLive's API</a>
 */
final class MediaLiveStandIn implements AwsService {
    private final ServiceModel model = ServiceModel.of("medialive");
    private final Clock clock;
    private final MediaLiveOrders orders = new MediaLiveOrders();
    private final MediaLiveChannels channels;
    private final MediaLiveInputs inputs;
    private final Set<String> extraAlerts = new TreeSet<>();
    private boolean tellsOfMissingInput = true;
    private byte[] still = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};

    MediaLiveStandIn(Clock clock) {
        this.clock = clock;
        this.channels = new MediaLiveChannels(clock, orders);
        this.inputs = channels.inputs();
    }

    /** How long a channel stands at this. */
    synchronized void takes(String state, Duration time) {
        channels.takes(state, time);
    }

    /** The next channel cannot be made. */
    synchronized void failNext() {
        channels.failNext();
    }

    /** What it shows of a channel that is fed from now on. */
    synchronized void show(byte[] picture) {
        still = picture;
    }

    /** From now on roles do not trust it. */
    synchronized void distrust() {
        channels.distrust();
    }

    /** How many orders were only looked at, and found to be right. */
    synchronized int dryRuns() {
        return channels.dryRuns();
    }

    /** Whether it alerts of an input that is missing, or leaves that to its metrics. */
    synchronized void tellOfMissingInput(boolean tells) {
        tellsOfMissingInput = tells;
    }

    synchronized void alert(String type) {
        extraAlerts.add(type);
    }

    /** An encoder begins to send there, or to wait there for a call ({@link MediaLiveInput#address(Map)}). Nobody listens to one that has the address or the key of none. */
    synchronized void push(String address) {
        channels.goOn();
        channels.push(address);
    }

    synchronized void leave(String address) {
        channels.goOn();
        channels.leave(address);
    }

    /** Somebody deletes all channels by hand. */
    synchronized void loseChannels() {
        channels.lose();
    }

    synchronized void loseInputs() {
        inputs.lose();
    }

    synchronized List<Map<String, Object>> orders() {
        return channels.all().stream().map(channel -> channel.order).toList();
    }

    synchronized List<String> states() {
        channels.goOn();
        return channels.all().stream().map(channel -> channel.state).toList();
    }

    /** How many channels and inputs were ever made. */
    synchronized int made() {
        return orders.made();
    }

    /** The tags of all there is but security groups. */
    synchronized List<Map<String, Object>> tags() {
        channels.goOn();
        return Stream.<MediaLiveThing>concat(channels.all().stream(), inputs.all().stream())
                .map(thing -> thing.tags)
                .toList();
    }

    /** The orders of all inputs that there are. */
    synchronized List<Map<String, Object>> inputOrders() {
        return inputs.all().stream().map(input -> input.order).toList();
    }

    synchronized List<List<?>> securityGroups() {
        return inputs.rules();
    }

    /** When pictures came that were sent there: {@code group/channel}. */
    synchronized List<Instant[]> sentTo(String packager) {
        channels.goOn();
        return channels.to(packager)
                .flatMap(channel -> channels.fed(channel).stream())
                .toList();
    }

    synchronized boolean sendsTo(String packager) {
        channels.goOn();
        return channels.to(packager).anyMatch(MediaLiveChannel::isSending);
    }

    /** How many sizes are sent there. */
    synchronized int renditions(String packager) {
        return channels.to(packager)
                .mapToInt(MediaLiveChannel::renditions)
                .max()
                .orElse(0);
    }

    /** The languages of the captions that are sent there, as they are called. */
    synchronized List<String> captions(String packager) {
        return channels.to(packager)
                .flatMap(channel -> channel.captions().stream())
                .distinct()
                .toList();
    }

    /** When a channel ran, and when it was fed: for its metrics. */
    synchronized List<List<Instant[]>> metrics(String id) {
        channels.goOn();
        var channel = channels.find(id);
        return channel == null ? List.of(List.of(), List.of()) : List.of(channels.ran(channel), channels.fed(channel));
    }

    @Override
    public String operation(AwsRequest request) {
        return "medialive:" + model.read(request).operation();
    }

    @Override
    public AwsAnswer refused(AwsRefusal refusal) {
        return refusal.inJson();
    }

    @Override
    public synchronized AwsAnswer answer(AwsRequest request) {
        channels.goOn();
        var asked = model.read(request);
        if (asked.operation().equals("CreateTags")) {
            channels.existing(asked.text("ResourceArn").replaceFirst(".*:", ""))
                    .tags
                    .putAll(MediaLiveThing.tags(asked));
            return AwsAnswer.empty(204);
        }
        return model.answer(
                asked.operation(),
                switch (asked.operation()) {
                    case "CreateInputSecurityGroup" -> Map.of("securityGroup", inputs.createGroup(asked));
                    case "ListInputSecurityGroups" ->
                        asked.page("inputSecurityGroups", inputs.groupsShown(), "nextToken");
                    case "UpdateInputSecurityGroup" -> Map.of("securityGroup", inputs.updateGroup(asked));
                    case "DeleteInputSecurityGroup" -> inputs.deleteGroup(asked.text("InputSecurityGroupId"));
                    case "CreateInput" -> Map.of("input", inputs.create(asked));
                    case "ListInputs" -> asked.page("inputs", inputs.shown(), "nextToken");
                    case "DeleteInput" -> inputs.delete(asked.text("InputId"));
                    case "CreateChannel" ->
                        Map.of(
                                "channel",
                                shown(
                                        Boolean.TRUE.equals(asked.members().get("DryRun"))
                                                ? channels.onlyCheck(asked)
                                                : channels.create(asked)));
                    case "DescribeChannel" -> shown(channel(asked));
                    case "ListChannels" ->
                        asked.page(
                                "channels",
                                channels.all().stream()
                                        .map(MediaLiveStandIn::summary)
                                        .toList(),
                                "nextToken");
                    case "StartChannel" -> shown(channels.start(channel(asked)));
                    case "StopChannel" -> shown(channels.stop(channel(asked)));
                    case "DeleteChannel" -> shown(channels.delete(channel(asked)));
                    case "DescribeThumbnails" -> Map.of("thumbnailDetails", thumbnails(channel(asked), asked));
                    case "ListAlerts" -> Map.of("alerts", alerts(channel(asked)));
                    default -> throw new AwsRefusal(501, "NotImplemented", asked.operation());
                });
    }

    private MediaLiveChannel channel(Asked asked) {
        return channels.existing(asked.text("ChannelId"));
    }

    // Of what comes in, while it does.
    private List<Map<String, Object>> thumbnails(MediaLiveChannel channel, Asked asked) {
        if (!channel.state.equals("RUNNING")) {
            throw new AwsRefusal(404, "NotFoundException", "There are no thumbnails for this channel.");
        }
        if (!asked.text("ThumbnailType").equals("CURRENT_ACTIVE")) {
            throw new AwsRefusal(400, "BadRequestException", "There is no such type of thumbnails.");
        }
        if (!channels.isFed(channel)) {
            return List.of();
        }
        return List.of(Map.of(
                "pipelineId",
                asked.text("PipelineId"),
                "thumbnails",
                List.of(Map.of(
                        "body",
                        Base64.getEncoder().encodeToString(still),
                        "contentType",
                        "image/jpeg",
                        "thumbnailType",
                        "CURRENT_ACTIVE",
                        "timeStamp",
                        clock.instant().toString()))));
    }

    private List<Map<String, Object>> alerts(MediaLiveChannel channel) {
        var alerts = new ArrayList<Map<String, Object>>();
        if (channel.state.equals("RUNNING") && tellsOfMissingInput && !channels.isFed(channel)) {
            alerts.add(alert(channel, "Waiting For Input"));
        }
        extraAlerts.forEach(type -> alerts.add(alert(channel, type)));
        return alerts;
    }

    private Map<String, Object> alert(MediaLiveChannel channel, String type) {
        return Map.of(
                "id",
                channel.id + type.hashCode(),
                "alertType",
                type,
                "message",
                "Input [encoder]: " + type,
                "pipelineId",
                "0",
                "setTimestamp",
                clock.instant().toString(),
                "state",
                "SET");
    }

    private static Map<String, Object> summary(MediaLiveChannel channel) {
        return Map.of(
                "id", channel.id,
                "arn", MediaLiveThing.HERE + "channel:" + channel.id,
                "name", channel.order.getOrDefault("Name", ""),
                "state", channel.state,
                "tags", channel.tags);
    }

    private static Map<String, Object> shown(MediaLiveChannel channel) {
        var shown = new LinkedHashMap<>(summary(channel));
        shown.put("pipelinesRunningCount", channel.state.equals("RUNNING") ? 1 : 0);
        return shown;
    }
}
