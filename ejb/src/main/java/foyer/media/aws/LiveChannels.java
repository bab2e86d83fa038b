package foyer.media.aws;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import foyer.media.Broadcast;
import foyer.media.BroadcastRef;
import foyer.media.Preflight;
import foyer.media.rendition.Rendition;
import foyer.shared.Ids;
import foyer.shared.Journal;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.BadRequestException;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.ChannelSummary;
import software.amazon.awssdk.services.medialive.model.ConflictException;
import software.amazon.awssdk.services.medialive.model.DescribeChannelResponse;
import software.amazon.awssdk.services.medialive.model.MediaLiveException;
import software.amazon.awssdk.services.medialive.model.NotFoundException;
import software.amazon.awssdk.services.medialive.model.UnprocessableEntityException;

/**
 * MediaLive's channels, one for a broadcast.
 *
 * @see <a href="https://docs.aws.amazon.com/medialive/latest/apireference/channels-channelid.html">Channels</a>
 */
final class LiveChannels {
    private static final Journal JOURNAL = Journal.of(LiveChannels.class);
    private static final int REMEMBERED = 1_000;
    private static final Duration LATER = Duration.ofSeconds(30);

    private final MediaLiveClient mediaLive;
    private final AwsCalls calls;
    private final AwsLiveSettings settings;
    private final OrderToken token;
    // MediaLive chooses the ids itself. Asking by id is cheaper than reading the list, and one that is gone is looked
    // for anew.
    private final Cache<BroadcastRef, String> ids = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Runnable::run)
            .build();

    LiveChannels(MediaLiveClient mediaLive, AwsCalls calls, AwsLiveSettings settings, OrderToken token) {
        this.mediaLive = mediaLive;
        this.calls = calls;
        this.settings = settings;
        this.token = token;
    }

    /** What MediaLive says of one. */
    record Found(String id, String arn, ChannelState state, boolean retired) {
        /** In our words. One that is deleted, and not by us, is made anew once it is gone. */
        foyer.media.ChannelState stands() {
            return switch (state) {
                case CREATING, DELETING, DELETED -> foyer.media.ChannelState.CREATING;
                case CREATE_FAILED -> foyer.media.ChannelState.CREATE_FAILED;
                case IDLE, UPDATE_FAILED -> foyer.media.ChannelState.IDLE;
                case STARTING -> foyer.media.ChannelState.STARTING;
                case RUNNING -> foyer.media.ChannelState.RUNNING;
                case RECOVERING, UPDATING, UNKNOWN_TO_SDK_VERSION -> foyer.media.ChannelState.RECOVERING;
                case STOPPING -> foyer.media.ChannelState.STOPPING;
            };
        }

        boolean runs() {
            return Set.of(ChannelState.STARTING, ChannelState.RUNNING, ChannelState.RECOVERING)
                    .contains(state);
        }
    }

    Optional<Found> find(BroadcastRef broadcast) {
        var known = Optional.ofNullable(ids.getIfPresent(broadcast)).flatMap(this::described);
        if (known.isPresent()) {
            return known;
        }
        var found = all(broadcast).stream().findFirst();
        found.ifPresentOrElse(channel -> ids.put(broadcast, channel.id()), () -> ids.invalidate(broadcast));
        return found;
    }

    void create(Broadcast made, String input) {
        var broadcast = made.ref();
        var order = order(made, input, token.of(broadcast, "channel")).request();
        try {
            ids.put(
                    broadcast,
                    calls.make(() -> mediaLive.createChannel(order)).channel().id());
        } catch (ConflictException another) {
            // It is found as it is, at the next look.
        } catch (BadRequestException | UnprocessableEntityException refused) {
            note(refused, made);
            throw new Unavailable(
                    "MediaLive does not make this channel: " + String.join("; ", ChannelFindings.of(refused)),
                    LATER,
                    refused);
        }
    }

    /**
     * What MediaLive says of the order without carrying it out ({@code dryRun}).
     *
     * @param input empty: there is none that could be taken, so what is found of it is nothing
     */
    Preflight preflight(Broadcast planned, Optional<String> input) {
        // Another id each time, for nobody knows whether one is used up by this.
        var id = planned.id().value() + "-preflight-" + Ids.fresh();
        var order = order(planned, input.orElse(ChannelFindings.NO_INPUT), id).request().toBuilder()
                .dryRun(true)
                .build();
        try {
            calls.make(() -> mediaLive.createChannel(order));
            return Preflight.found(List.of());
        } catch (ConflictException another) {
            throw new Unavailable(
                    "Something else is done with this channel just now. Please ask again.", LATER, another);
        } catch (MediaLiveException refused) {
            note(refused, planned);
            return input.isPresent()
                    ? Preflight.found(ChannelFindings.of(refused))
                    : ChannelFindings.withoutInput(refused);
        } catch (Unavailable away) {
            return ChannelFindings.forbidden(away).map(Preflight::found).orElseThrow(() -> away);
        }
    }

    // Organizers are told of it, without the names of whose account it is.
    private static void note(MediaLiveException refused, Broadcast order) {
        JOURNAL.warn(
                "MediaLive refuses an order.", Map.of("broadcastId", order.id().value()), refused);
    }

    private ChannelOrder order(Broadcast broadcast, String input, String requestId) {
        var ladder = Rendition.without(broadcast.spending().rungsLeftOut(), settings.ladder());
        return new ChannelOrder(settings, broadcast.ref(), ladder, broadcast.captions(), input, requestId);
    }

    /** Does nothing where it cannot begin just now. */
    void start(Found channel) {
        try {
            calls.make(() -> mediaLive.startChannel(start -> start.channelId(channel.id())));
        } catch (ConflictException | NotFoundException anothers) {
            // What it stands at now tells.
        }
    }

    /** Does nothing where it cannot end just now: MediaLive stops no channel that is about to start. */
    void stop(Found channel) {
        try {
            calls.make(() -> mediaLive.stopChannel(stop -> stop.channelId(channel.id())));
        } catch (ConflictException | NotFoundException anothers) {
            // What it stands at now tells.
        }
    }

    void delete(Found channel) {
        try {
            calls.make(() -> mediaLive.deleteChannel(delete -> delete.channelId(channel.id())));
        } catch (ConflictException | NotFoundException anothers) {
            // What it stands at now tells.
        }
    }

    void markRetired(Found channel) {
        try {
            calls.make(() -> mediaLive.createTags(
                    create -> create.resourceArn(channel.arn()).tags(Tags.retired())));
        } catch (NotFoundException gone) {
            // Then there is nothing to say of it.
        }
    }

    /** Removes all of a broadcast's, by a step each; false while some are left. */
    boolean removed(BroadcastRef broadcast) {
        var left = all(broadcast);
        left.forEach(this::removeFurther);
        return left.isEmpty();
    }

    Set<BroadcastRef> present() {
        return calls.make(() -> mediaLive.listChannelsPaginator(list -> {}).channels().stream()
                .filter(channel -> channel.state() != ChannelState.DELETED)
                .flatMap(channel -> Tags.broadcast(channel.tags(), settings.group()).stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    private void removeFurther(Found channel) {
        switch (channel.state()) {
            case RUNNING, RECOVERING, STARTING -> stop(channel);
            case IDLE, CREATE_FAILED, UPDATE_FAILED -> delete(channel);
            case CREATING, STOPPING, DELETING, UPDATING, DELETED, UNKNOWN_TO_SDK_VERSION -> {}
        }
    }

    private List<Found> all(BroadcastRef broadcast) {
        return calls.make(() -> mediaLive.listChannelsPaginator(list -> {}).channels().stream()
                .filter(channel -> channel.state() != ChannelState.DELETED)
                .filter(channel -> Tags.broadcast(channel.tags(), settings.group())
                        .filter(broadcast::equals)
                        .isPresent())
                .sorted(Comparator.comparing(ChannelSummary::id))
                .map(channel -> new Found(channel.id(), channel.arn(), channel.state(), Tags.retired(channel.tags())))
                .toList());
    }

    private Optional<Found> described(String id) {
        try {
            return Optional.of(calls.make(() -> mediaLive.describeChannel(describe -> describe.channelId(id))))
                    .filter(channel -> channel.state() != ChannelState.DELETED)
                    .map(LiveChannels::found);
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }

    private static Found found(DescribeChannelResponse channel) {
        return new Found(channel.id(), channel.arn(), channel.state(), Tags.retired(channel.tags()));
    }
}
