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
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * MediaLive without a picture, by a clock of its own: what takes it minutes takes minutes of that. It is stricter than its pages say where
 * these say nothing: an input is taken only once it is there, a channel that starts cannot be stopped, and an order of which the result is
 * gone is not carried out again. Lists come in pages of two.
 *
 * @see <a href="https://docs.aws.amazon.com/medialive/latest/apireference/resources.html">MediaLive's API</a>
 */
final class MediaLiveStandIn implements AwsService {
    private static final String HERE = "arn:aws:medialive:eu-central-1:111122223333:";
    private static final Set<String> SENDING = Set.of("STARTING", "RUNNING", "RECOVERING");

    private final ServiceModel model = ServiceModel.of("medialive");
    private final Clock clock;
    private final Map<String, AChannel> channels = new TreeMap<>();
    private final Map<String, AnInput> inputs = new TreeMap<>();
    private final Map<String, AGroup> groups = new TreeMap<>();
    private final Map<String, String> orders = new LinkedHashMap<>();
    private final Map<String, Instant> pushing = new LinkedHashMap<>();
    private final Map<String, Duration> takes = new LinkedHashMap<>(Map.of(
            "CREATING", Duration.ofSeconds(4),
            "STARTING", Duration.ofSeconds(6),
            "STOPPING", Duration.ofSeconds(3),
            "DELETING", Duration.ofSeconds(5)));
    private final Set<String> extraAlerts = new TreeSet<>();
    private boolean tellsOfMissingInput = true;
    private boolean failsNext;
    private boolean isTrusted = true;
    private int dryRuns;
    private final Set<String> dryIds = new TreeSet<>();
    private byte[] still = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
    private int made;
    private int groupsMade;

    MediaLiveStandIn(Clock clock) {
        this.clock = clock;
    }

    /** Where something stands, and since when it goes on by itself. */
    private abstract static class Thing {
        final String id;
        final Map<String, Object> tags;
        String state = "CREATING";
        Instant goesOnAt;

        Thing(String id, Map<String, Object> tags, Instant goesOnAt) {
            this.id = id;
            this.tags = tags;
            this.goesOnAt = goesOnAt;
        }
    }

    private static final class AChannel extends Thing {
        final Map<String, Object> order;
        final boolean fails;
        final List<Instant[]> ran = new ArrayList<>();
        final List<Instant[]> fed = new ArrayList<>();

        @Nullable
        Instant runsSince;

        AChannel(String id, Map<String, Object> order, Map<String, Object> tags, Instant goesOnAt, boolean fails) {
            super(id, tags, goesOnAt);
            this.order = order;
            this.fails = fails;
        }

        String input() {
            var attached = ServiceModel.map(
                    ServiceModel.list(order.get("InputAttachments")).get(0));
            return String.valueOf(attached.get("inputId"));
        }

        String packager() {
            var settings = ServiceModel.list(ServiceModel.map(
                            ServiceModel.list(order.get("Destinations")).get(0))
                    .get("mediaPackageSettings"));
            return ServiceModel.map(settings.get(0)).get("channelGroup") + "/"
                    + ServiceModel.map(settings.get(0)).get("channelName");
        }
    }

    private static final class AnInput extends Thing {
        final Map<String, Object> order;

        AnInput(String id, Map<String, Object> order, Map<String, Object> tags, Instant goesOnAt) {
            super(id, tags, goesOnAt);
            this.order = order;
        }
    }

    private record AGroup(String id, Map<String, Object> tags, List<?> rules) {}

    /** How long a channel stands at this. */
    synchronized void takes(String state, Duration time) {
        takes.put(state, time);
    }

    /** The next channel cannot be made. */
    synchronized void failNext() {
        failsNext = true;
    }

    /** What it shows of a channel that is fed from now on. */
    synchronized void show(byte[] picture) {
        still = picture;
    }

    /** From now on roles do not trust it. */
    synchronized void distrust() {
        isTrusted = false;
    }

    /** How many orders were only looked at, and found to be right. */
    synchronized int dryRuns() {
        return dryRuns;
    }

    /** Whether it alerts of an input that is missing, or leaves that to its metrics. */
    synchronized void tellOfMissingInput(boolean tells) {
        tellsOfMissingInput = tells;
    }

    synchronized void alert(String type) {
        extraAlerts.add(type);
    }

    /** An encoder begins to send there, or to wait there for a call ({@link #address(Map)}). Nobody listens to one that has the address or the key of none. */
    synchronized void push(String address) {
        goOn();
        pushing.put(address, clock.instant());
    }

    synchronized void leave(String address) {
        goOn();
        channels.values().stream()
                .filter(channel -> address.equals(address(channel)))
                .forEach(this::closeFeed);
        pushing.remove(address);
    }

    /** Somebody deletes all channels by hand. */
    synchronized void loseChannels() {
        channels.clear();
    }

    synchronized void loseInputs() {
        inputs.clear();
    }

    synchronized List<Map<String, Object>> orders() {
        return channels.values().stream().map(channel -> channel.order).toList();
    }

    synchronized List<String> states() {
        goOn();
        return channels.values().stream().map(channel -> channel.state).toList();
    }

    /** How many channels and inputs were ever made. */
    synchronized int made() {
        return made;
    }

    /** The tags of all there is but security groups. */
    synchronized List<Map<String, Object>> tags() {
        goOn();
        var tags = new ArrayList<Map<String, Object>>();
        channels.values().forEach(channel -> tags.add(channel.tags));
        inputs.values().forEach(input -> tags.add(input.tags));
        return tags;
    }

    /** The orders of all inputs that there are. */
    synchronized List<Map<String, Object>> inputOrders() {
        return inputs.values().stream().map(input -> input.order).toList();
    }

    synchronized List<List<?>> securityGroups() {
        return groups.values().stream().<List<?>>map(AGroup::rules).toList();
    }

    /** When pictures came that were sent there: {@code group/channel}. */
    synchronized List<Instant[]> sentTo(String packager) {
        goOn();
        var sent = new ArrayList<Instant[]>();
        channels.values().stream()
                .filter(channel -> channel.packager().equals(packager))
                .forEach(channel -> sent.addAll(fed(channel)));
        return sent;
    }

    synchronized boolean sendsTo(String packager) {
        goOn();
        return channels.values().stream()
                .anyMatch(channel -> channel.packager().equals(packager) && SENDING.contains(channel.state));
    }

    /** How many sizes are sent there. */
    synchronized int renditions(String packager) {
        return channels.values().stream()
                .filter(channel -> channel.packager().equals(packager))
                .mapToInt(channel -> ServiceModel.list(ServiceModel.map(channel.order.get("EncoderSettings"))
                                .get("videoDescriptions"))
                        .size())
                .max()
                .orElse(0);
    }

    /** The languages of the captions that are sent there, as they are called. */
    synchronized List<String> captions(String packager) {
        return channels.values().stream()
                .filter(channel -> channel.packager().equals(packager))
                .flatMap(
                        channel -> ServiceModel.list(ServiceModel.map(channel.order.get("EncoderSettings"))
                                        .get("captionDescriptions"))
                                .stream())
                .map(made -> String.valueOf(ServiceModel.map(made).get("languageDescription")))
                .distinct()
                .toList();
    }

    /** When a channel ran, and when it was fed: for its metrics. */
    synchronized List<List<Instant[]>> metrics(String id) {
        goOn();
        var channel = channels.get(id);
        if (channel == null) {
            return List.of(List.of(), List.of());
        }
        var ran = new ArrayList<>(channel.ran);
        if (channel.runsSince != null) {
            ran.add(new Instant[] {channel.runsSince, clock.instant()});
        }
        return List.of(ran, fed(channel));
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
        goOn();
        var asked = model.read(request);
        if (asked.operation().equals("CreateTags")) {
            tag(asked);
            return AwsAnswer.empty(204);
        }
        return model.answer(
                asked.operation(),
                switch (asked.operation()) {
                    case "CreateInputSecurityGroup" -> Map.of("securityGroup", shown(newGroup(asked)));
                    case "ListInputSecurityGroups" ->
                        asked.page(
                                "inputSecurityGroups",
                                groups.values().stream().map(this::shown).toList(),
                                "nextToken");
                    case "UpdateInputSecurityGroup" -> Map.of("securityGroup", shown(changedGroup(asked)));
                    case "DeleteInputSecurityGroup" -> removedGroup(asked.text("InputSecurityGroupId"));
                    case "CreateInput" -> Map.of("input", shown(newInput(asked)));
                    case "ListInputs" ->
                        asked.page(
                                "inputs",
                                inputs.values().stream().map(this::shown).toList(),
                                "nextToken");
                    case "DeleteInput" -> removedInput(asked.text("InputId"));
                    case "CreateChannel" ->
                        Boolean.TRUE.equals(asked.members().get("DryRun"))
                                ? Map.of("channel", shown(onlyChecked(asked)))
                                : Map.of("channel", shown(newChannel(asked)));
                    case "DescribeChannel" -> shown(channel(asked));
                    case "ListChannels" ->
                        asked.page(
                                "channels",
                                channels.values().stream().map(this::summary).toList(),
                                "nextToken");
                    case "StartChannel" -> shown(moved(channel(asked), Set.of("IDLE"), "STARTING"));
                    case "StopChannel" -> shown(stopped(channel(asked)));
                    case "DeleteChannel" -> shown(moved(channel(asked), Set.of("IDLE", "CREATE_FAILED"), "DELETING"));
                    case "DescribeThumbnails" -> Map.of("thumbnailDetails", thumbnails(channel(asked), asked));
                    case "ListAlerts" -> Map.of("alerts", alerts(channel(asked)));
                    default -> throw new AwsRefusal(501, "NotImplemented", asked.operation());
                });
    }

    private void goOn() {
        for (var channel : List.copyOf(channels.values())) {
            while (isMoving(channel.state) && !clock.instant().isBefore(channel.goesOnAt)) {
                goOn(channel);
            }
        }
        inputs.values()
                .removeIf(input ->
                        input.state.equals("DELETING") && !clock.instant().isBefore(input.goesOnAt));
        inputs.values().stream()
                .filter(input ->
                        input.state.equals("CREATING") && !clock.instant().isBefore(input.goesOnAt))
                .forEach(input -> input.state = "DETACHED");
    }

    private void goOn(AChannel channel) {
        switch (channel.state) {
            case "CREATING" -> channel.state = channel.fails ? "CREATE_FAILED" : "IDLE";
            case "STARTING" -> {
                channel.state = "RUNNING";
                channel.runsSince = channel.goesOnAt;
            }
            case "STOPPING" -> channel.state = "IDLE";
            case "DELETING" -> {
                channel.state = "DELETED";
                channels.remove(channel.id);
            }
            default -> throw new IllegalStateException(channel.state);
        }
    }

    private static boolean isMoving(String state) {
        return Set.of("CREATING", "STARTING", "STOPPING", "DELETING").contains(state);
    }

    private AChannel moved(AChannel channel, Set<String> from, String to) {
        if (!from.contains(channel.state)) {
            throw new AwsRefusal(409, "ConflictException", "The channel is " + channel.state + ".");
        }
        channel.state = to;
        channel.goesOnAt = clock.instant().plus(takes.getOrDefault(to, Duration.ZERO));
        return channel;
    }

    private AChannel stopped(AChannel channel) {
        if (Set.of("RUNNING", "RECOVERING").contains(channel.state)) {
            closeFeed(channel);
            if (channel.runsSince != null) {
                channel.ran.add(new Instant[] {channel.runsSince, clock.instant()});
            }
        }
        var stopping = moved(channel, Set.of("RUNNING", "RECOVERING"), "STOPPING");
        channel.runsSince = null;
        return stopping;
    }

    private List<Instant[]> fed(AChannel channel) {
        var fed = new ArrayList<>(channel.fed);
        var since = feedSince(channel);
        if (since != null) {
            fed.add(new Instant[] {since, clock.instant()});
        }
        return fed;
    }

    private void closeFeed(AChannel channel) {
        var since = feedSince(channel);
        if (since != null) {
            channel.fed.add(new Instant[] {since, clock.instant()});
            pushing.remove(String.valueOf(address(channel)));
        }
    }

    private @Nullable Instant feedSince(AChannel channel) {
        var began = pushing.get(String.valueOf(address(channel)));
        if (began == null || channel.runsSince == null) {
            return null;
        }
        return began.isAfter(channel.runsSince) ? began : channel.runsSince;
    }

    /** Of an encoder that listens by SRT: as the API and our own have it, by its address, port and stream id. */
    static String address(Map<?, ?> listener) {
        var host = listener.containsKey("srtListenerAddress") ? "srtListenerAddress" : "address";
        var port = listener.containsKey("srtListenerPort") ? "srtListenerPort" : "port";
        return "srt://" + listener.get(host) + ":" + listener.get(port) + "?streamid=" + listener.get("streamId");
    }

    private @Nullable String address(AChannel channel) {
        var input = inputs.get(channel.input());
        return input == null ? null : feeds(input).get(0);
    }

    private static boolean isCaller(AnInput input) {
        return "SRT_CALLER".equals(input.order.get("Type"));
    }

    private static List<String> feeds(AnInput input) {
        return isCaller(input)
                ? sources(input.order).stream().map(MediaLiveStandIn::address).toList()
                : destinations(input);
    }

    private static List<? extends Map<?, ?>> sources(Map<String, Object> order) {
        return ServiceModel.list(ServiceModel.map(order.get("SrtSettings")).get("srtCallerSources")).stream()
                .map(ServiceModel::map)
                .toList();
    }

    private static List<String> destinations(AnInput input) {
        var urls = new ArrayList<String>();
        for (var destination : ServiceModel.list(input.order.get("Destinations"))) {
            urls.add("rtmp://198.51.100.%d:1935/%s"
                    .formatted(
                            10 * (urls.size() + 1) + Integer.parseInt(input.id) % 10,
                            ServiceModel.map(destination).get("streamName")));
        }
        return urls;
    }

    private AGroup newGroup(Asked asked) {
        var id = Integer.toString(1_000 + ++groupsMade);
        groups.put(
                id,
                new AGroup(id, tags(asked), ServiceModel.list(asked.members().get("WhitelistRules"))));
        return group(id);
    }

    private AGroup changedGroup(Asked asked) {
        var id = asked.text("InputSecurityGroupId");
        groups.put(
                id,
                new AGroup(
                        id, group(id).tags(), ServiceModel.list(asked.members().get("WhitelistRules"))));
        return group(id);
    }

    private Map<String, Object> removedGroup(String id) {
        if (inUse(group(id))) {
            throw new AwsRefusal(400, "BadRequestException", "The input security group is in use.");
        }
        groups.remove(id);
        return Map.of();
    }

    private boolean inUse(AGroup group) {
        return inputs.values().stream()
                .anyMatch(input -> ServiceModel.list(input.order.get("InputSecurityGroups"))
                        .contains(group.id()));
    }

    private AnInput newInput(Asked asked) {
        var done = orders.get(asked.text("RequestId"));
        if (done != null) {
            return thing(inputs, done, "BadRequestException", 400);
        }
        var members = asked.members();
        refuseUnfit(members);
        ServiceModel.list(members.get("InputSecurityGroups")).forEach(group -> group(String.valueOf(group)));
        var id = Integer.toString(2_000 + ++made);
        inputs.put(id, new AnInput(id, members, tags(asked), clock.instant().plus(Duration.ofSeconds(1))));
        orders.put(asked.text("RequestId"), id);
        return thing(inputs, id, "NotFoundException", 404);
    }

    private static void refuseUnfit(Map<String, Object> order) {
        var pushed = ServiceModel.list(order.get("Destinations"));
        var guarded = !ServiceModel.list(order.get("InputSecurityGroups")).isEmpty();
        var called = sources(order);
        var fits = switch (String.valueOf(order.get("Type"))) {
            case "RTMP_PUSH" -> !pushed.isEmpty() && guarded && called.isEmpty();
            // One that is called is behind no security group, by the page on SRT inputs.
            case "SRT_CALLER" ->
                !called.isEmpty()
                        && called.stream().allMatch(MediaLiveStandIn::isWhole)
                        && pushed.isEmpty()
                        && !guarded;
            default -> false;
        };
        if (!fits) {
            throw new AwsRefusal(
                    400,
                    "BadRequestException",
                    "Known here are inputs by RTMP push, with destinations and a security group, and by SRT, with sources and no more.");
        }
    }

    private static boolean isWhole(Map<?, ?> source) {
        var decryption = ServiceModel.map(source.get("decryption"));
        return source.get("srtListenerAddress") != null
                && String.valueOf(source.get("srtListenerPort")).matches("[1-9][0-9]{0,4}")
                && decryption.containsKey("algorithm") == decryption.containsKey("passphraseSecretArn");
    }

    private Map<String, Object> removedInput(String id) {
        var input = thing(inputs, id, "NotFoundException", 404);
        if (!state(input).equals("DETACHED")) {
            throw new AwsRefusal(409, "ConflictException", "The input is " + state(input) + ".");
        }
        input.state = "DELETING";
        input.goesOnAt = clock.instant().plus(Duration.ofSeconds(2));
        return Map.of();
    }

    private AChannel newChannel(Asked asked) {
        var done = orders.get(asked.text("RequestId"));
        if (done != null) {
            return thing(channels, done, "ConflictException", 409);
        }
        var id = Integer.toString(3_000 + ++made);
        var channel = new AChannel(
                id,
                asked.members(),
                tags(asked),
                clock.instant().plus(takes.getOrDefault("CREATING", Duration.ZERO)),
                failsNext);
        refuseUnfit(channel);
        failsNext = false;
        channels.put(id, channel);
        orders.put(asked.text("RequestId"), id);
        return channel;
    }

    // Nothing is written of what it answers; here it is what an order would answer, and nothing is made.
    private AChannel onlyChecked(Asked asked) {
        if (!dryIds.add(asked.text("RequestId"))) {
            throw new AwsRefusal(409, "ConflictException", "This request was made before.");
        }
        var channel = new AChannel("", asked.members(), tags(asked), clock.instant(), false);
        refuseUnfit(channel);
        dryRuns++;
        return channel;
    }

    private void refuseUnfit(AChannel channel) {
        var found = new LinkedHashMap<String, String>();
        var input = inputs.get(channel.input());
        if (input == null || !state(input).equals("DETACHED")) {
            found.put("/inputAttachments/0/inputId", "The input is not there, or somebody else has it.");
        }
        if (!isTrusted) {
            found.put("/roleArn", "MediaLive cannot assume this role.");
        }
        if (input == null || !found.isEmpty()) {
            throw AwsRefusal.invalid(found);
        }
        var pipelines = "STANDARD".equals(channel.order.get("ChannelClass")) ? 2 : 1;
        if (feeds(input).size() != pipelines) {
            throw UnfitChannel.unfit("The input is of another class than the channel.");
        }
        UnfitChannel.refuse(channel.order);
    }

    private void tag(Asked asked) {
        var id = asked.text("ResourceArn").replaceFirst(".*:", "");
        thing(channels, id, "NotFoundException", 404).tags.putAll(tags(asked));
    }

    // Of what comes in, while it does.
    private List<Map<String, Object>> thumbnails(AChannel channel, Asked asked) {
        if (!channel.state.equals("RUNNING")) {
            throw new AwsRefusal(404, "NotFoundException", "There are no thumbnails for this channel.");
        }
        if (!asked.text("ThumbnailType").equals("CURRENT_ACTIVE")) {
            throw new AwsRefusal(400, "BadRequestException", "There is no such type of thumbnails.");
        }
        if (feedSince(channel) == null) {
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

    private List<Map<String, Object>> alerts(AChannel channel) {
        var alerts = new ArrayList<Map<String, Object>>();
        if (channel.state.equals("RUNNING") && tellsOfMissingInput && feedSince(channel) == null) {
            alerts.add(alert(channel, "Waiting For Input"));
        }
        extraAlerts.forEach(type -> alerts.add(alert(channel, type)));
        return alerts;
    }

    private Map<String, Object> alert(AChannel channel, String type) {
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

    private Map<String, Object> shown(AGroup group) {
        return Map.of(
                "id", group.id(),
                "arn", HERE + "inputSecurityGroup:" + group.id(),
                "state", inUse(group) ? "IN_USE" : "IDLE",
                "tags", group.tags(),
                "whitelistRules", group.rules());
    }

    private Map<String, Object> shown(AnInput input) {
        return Map.of(
                "id",
                input.id,
                "arn",
                HERE + "input:" + input.id,
                "name",
                input.order.getOrDefault("Name", ""),
                "state",
                state(input),
                "type",
                input.order.getOrDefault("Type", ""),
                "tags",
                input.tags,
                "destinations",
                (isCaller(input) ? List.<String>of() : destinations(input))
                        .stream().map(url -> Map.of("url", url)).toList());
    }

    private String state(AnInput input) {
        var attached =
                channels.values().stream().anyMatch(channel -> channel.input().equals(input.id));
        return attached ? "ATTACHED" : input.state;
    }

    private Map<String, Object> summary(AChannel channel) {
        return Map.of(
                "id", channel.id,
                "arn", HERE + "channel:" + channel.id,
                "name", channel.order.getOrDefault("Name", ""),
                "state", channel.state,
                "tags", channel.tags);
    }

    private Map<String, Object> shown(AChannel channel) {
        var shown = new LinkedHashMap<>(summary(channel));
        shown.put("pipelinesRunningCount", channel.state.equals("RUNNING") ? 1 : 0);
        return shown;
    }

    private static Map<String, Object> tags(Asked asked) {
        var tags = new LinkedHashMap<String, Object>();
        ServiceModel.map(asked.members().get("Tags")).forEach((name, value) -> tags.put(String.valueOf(name), value));
        return tags;
    }

    private AChannel channel(Asked asked) {
        return thing(channels, asked.text("ChannelId"), "NotFoundException", 404);
    }

    private AGroup group(String id) {
        var group = groups.get(id);
        if (group == null) {
            throw new AwsRefusal(404, "NotFoundException", "There is no such input security group.");
        }
        return group;
    }

    private static <T> T thing(Map<String, T> all, String id, String otherwise, int status) {
        var found = all.get(id);
        if (found == null) {
            throw new AwsRefusal(status, otherwise, id + " is not there.");
        }
        return found;
    }
}
