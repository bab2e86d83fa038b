package foyer.media.aws;

import foyer.media.aws.ServiceModel.Asked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The channels of {@link MediaLiveStandIn}, and the encoders that feed them. */
final class MediaLiveChannels {
    private final Clock clock;
    private final MediaLiveOrders orders;
    private final MediaLiveInputs inputs;
    private final Map<String, MediaLiveChannel> channels = new TreeMap<>();
    private final Map<String, Instant> pushing = new LinkedHashMap<>();
    private final Map<String, Duration> takes = new LinkedHashMap<>(Map.of(
            "CREATING", Duration.ofSeconds(4),
            "STARTING", Duration.ofSeconds(6),
            "STOPPING", Duration.ofSeconds(3),
            "DELETING", Duration.ofSeconds(5)));
    private final Set<String> dryIds = new TreeSet<>();
    private boolean failsNext;
    private boolean isTrusted = true;
    private int dryRuns;

    MediaLiveChannels(Clock clock, MediaLiveOrders orders) {
        this.clock = clock;
        this.orders = orders;
        this.inputs = new MediaLiveInputs(clock, orders, this::isAttached);
    }

    private boolean isAttached(String input) {
        return channels.values().stream().anyMatch(channel -> channel.input().equals(input));
    }

    /** Those that channels are fed by. */
    MediaLiveInputs inputs() {
        return inputs;
    }

    void takes(String state, Duration time) {
        takes.put(state, time);
    }

    void failNext() {
        failsNext = true;
    }

    void distrust() {
        isTrusted = false;
    }

    int dryRuns() {
        return dryRuns;
    }

    void push(String address) {
        pushing.put(address, clock.instant());
    }

    void leave(String address) {
        channels.values().stream()
                .filter(channel -> address.equals(address(channel)))
                .forEach(this::closeFeed);
        pushing.remove(address);
    }

    void lose() {
        channels.clear();
    }

    List<MediaLiveChannel> all() {
        return List.copyOf(channels.values());
    }

    /** Those that send there: {@code group/channel}. */
    Stream<MediaLiveChannel> to(String packager) {
        return channels.values().stream().filter(channel -> channel.packager().equals(packager));
    }

    /** Null where there is none. */
    @Nullable
    MediaLiveChannel find(String id) {
        return channels.get(id);
    }

    /** Fails with {@link AwsRefusal} where there is none. */
    MediaLiveChannel existing(String id) {
        return MediaLiveThing.found(channels, id, "NotFoundException", 404);
    }

    /** What takes time has taken it. */
    void goOn() {
        for (var channel : all()) {
            while (isMoving(channel.state) && !clock.instant().isBefore(channel.goesOnAt)) {
                goOn(channel);
            }
        }
        inputs.goOn();
    }

    private void goOn(MediaLiveChannel channel) {
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

    MediaLiveChannel create(Asked asked) {
        var done = orders.done(asked.text("RequestId"));
        if (done != null) {
            return MediaLiveThing.found(channels, done, "ConflictException", 409);
        }
        var id = orders.freshId(3_000);
        var channel = new MediaLiveChannel(
                id,
                asked.members(),
                MediaLiveThing.tags(asked),
                clock.instant().plus(takes.getOrDefault("CREATING", Duration.ZERO)),
                failsNext);
        refuseUnfit(channel);
        failsNext = false;
        channels.put(id, channel);
        orders.note(asked.text("RequestId"), id);
        return channel;
    }

    // Nothing is written of what it answers; here it is what an order would answer, and nothing is made.
    MediaLiveChannel onlyCheck(Asked asked) {
        if (!dryIds.add(asked.text("RequestId"))) {
            throw new AwsRefusal(409, "ConflictException", "This request was made before.");
        }
        var channel = new MediaLiveChannel("", asked.members(), MediaLiveThing.tags(asked), clock.instant(), false);
        refuseUnfit(channel);
        dryRuns++;
        return channel;
    }

    private void refuseUnfit(MediaLiveChannel channel) {
        var found = new LinkedHashMap<String, String>();
        var input = inputs.find(channel.input());
        if (input == null || !inputs.isFree(input)) {
            found.put("/inputAttachments/0/inputId", "The input is not there, or somebody else has it.");
        }
        if (!isTrusted) {
            found.put("/roleArn", "MediaLive cannot assume this role.");
        }
        if (input == null || !found.isEmpty()) {
            throw AwsRefusal.invalid(found);
        }
        if (input.feeds().size() != channel.pipelines()) {
            throw UnfitChannel.unfit("The input is of another class than the channel.");
        }
        UnfitChannel.refuse(channel.order);
    }

    MediaLiveChannel start(MediaLiveChannel channel) {
        return moved(channel, Set.of("IDLE"), "STARTING");
    }

    MediaLiveChannel stop(MediaLiveChannel channel) {
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

    MediaLiveChannel delete(MediaLiveChannel channel) {
        return moved(channel, Set.of("IDLE", "CREATE_FAILED"), "DELETING");
    }

    private MediaLiveChannel moved(MediaLiveChannel channel, Set<String> from, String to) {
        if (!from.contains(channel.state)) {
            throw new AwsRefusal(409, "ConflictException", "The channel is " + channel.state + ".");
        }
        channel.state = to;
        channel.goesOnAt = clock.instant().plus(takes.getOrDefault(to, Duration.ZERO));
        return channel;
    }

    /** When it ran. */
    List<Instant[]> ran(MediaLiveChannel channel) {
        var ran = new ArrayList<>(channel.ran);
        if (channel.runsSince != null) {
            ran.add(new Instant[] {channel.runsSince, clock.instant()});
        }
        return ran;
    }

    /** When it was fed. */
    List<Instant[]> fed(MediaLiveChannel channel) {
        var fed = new ArrayList<>(channel.fed);
        var since = feedSince(channel);
        if (since != null) {
            fed.add(new Instant[] {since, clock.instant()});
        }
        return fed;
    }

    boolean isFed(MediaLiveChannel channel) {
        return feedSince(channel) != null;
    }

    private void closeFeed(MediaLiveChannel channel) {
        var since = feedSince(channel);
        if (since != null) {
            channel.fed.add(new Instant[] {since, clock.instant()});
            pushing.remove(String.valueOf(address(channel)));
        }
    }

    private @Nullable Instant feedSince(MediaLiveChannel channel) {
        var began = pushing.get(String.valueOf(address(channel)));
        if (began == null || channel.runsSince == null) {
            return null;
        }
        return began.isAfter(channel.runsSince) ? began : channel.runsSince;
    }

    private @Nullable String address(MediaLiveChannel channel) {
        var input = inputs.find(channel.input());
        return input == null ? null : input.feeds().get(0);
    }
}
