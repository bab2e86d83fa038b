package foyer.media.aws;

import foyer.media.Broadcast;
import foyer.media.BroadcastRef;
import foyer.media.ingest.SrtCall;
import foyer.media.ingest.SrtListener;
import foyer.shared.Unavailable;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ConflictException;
import software.amazon.awssdk.services.medialive.model.CreateInputRequest;
import software.amazon.awssdk.services.medialive.model.Input;
import software.amazon.awssdk.services.medialive.model.InputDestination;
import software.amazon.awssdk.services.medialive.model.InputDestinationRequest;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroup;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroupState;
import software.amazon.awssdk.services.medialive.model.InputState;
import software.amazon.awssdk.services.medialive.model.InputType;
import software.amazon.awssdk.services.medialive.model.InputWhitelistRule;
import software.amazon.awssdk.services.medialive.model.InputWhitelistRuleCidr;
import software.amazon.awssdk.services.medialive.model.MediaLiveException;
import software.amazon.awssdk.services.medialive.model.NotFoundException;
import software.amazon.awssdk.services.medialive.model.SrtCallerSourceRequest;

/**
 * Where encoders send to, behind the one security group of the deployment, or whom MediaLive calls by SRT: an input of its for each broadcast.
 *
 * @see <a href="https://docs.aws.amazon.com/medialive/latest/ug/setup-input-rtmp-push.html">RTMP push inputs</a>
 * @see <a href="https://docs.aws.amazon.com/medialive/latest/ug/input-caller-srt.html">SRT caller inputs</a>
 */
final class LiveInputs {
    private static final String APPLICATION = "live/";
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final Set<InputState> GONE = Set.of(InputState.DELETING, InputState.DELETED);

    private final MediaLiveClient mediaLive;
    private final AwsCalls calls;
    private final AwsLiveSettings settings;
    private final OrderToken token;

    LiveInputs(MediaLiveClient mediaLive, AwsCalls calls, AwsLiveSettings settings, OrderToken token) {
        this.mediaLive = mediaLive;
        this.calls = calls;
        this.settings = settings;
        this.token = token;
    }

    /** The one that is there, or a new one. */
    Input provided(Broadcast broadcast) {
        return all(broadcast.ref()).stream().findFirst().orElseGet(() -> create(broadcast));
    }

    /** One that a channel could take. */
    Optional<Input> free(BroadcastRef broadcast) {
        return all(broadcast).stream()
                .filter(input -> input.state() == InputState.DETACHED)
                .findFirst();
    }

    /** Where its encoder sends to, without the key; empty where there is none. */
    Optional<URI> address(BroadcastRef broadcast) {
        return all(broadcast).stream()
                .flatMap(input -> input.destinations().stream())
                .map(InputDestination::url)
                .findFirst()
                .map(url -> URI.create(url.substring(0, url.lastIndexOf('/'))));
    }

    /** Removes all of a broadcast's that no channel has any more; false while some are left. */
    boolean removed(BroadcastRef broadcast) {
        var left = there(broadcast);
        left.stream().filter(input -> input.state() == InputState.DETACHED).forEach(input -> remove(input.id()));
        return left.isEmpty();
    }

    boolean any(BroadcastRef broadcast) {
        return !there(broadcast).isEmpty();
    }

    Set<BroadcastRef> present() {
        return calls.make(() -> mediaLive.listInputsPaginator(list -> {}).inputs().stream()
                .filter(input -> input.state() != InputState.DELETED)
                .flatMap(input -> Tags.broadcast(input.tags(), settings.group()).stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    private List<Input> all(BroadcastRef broadcast) {
        return there(broadcast).stream()
                .filter(input -> !GONE.contains(input.state()))
                .toList();
    }

    private List<Input> there(BroadcastRef broadcast) {
        return calls.make(() -> mediaLive.listInputsPaginator(list -> {}).inputs().stream()
                .filter(input -> input.state() != InputState.DELETED)
                .filter(input -> Tags.broadcast(input.tags(), settings.group())
                        .filter(broadcast::equals)
                        .isPresent())
                .sorted(Comparator.comparing(Input::id))
                .toList());
    }

    private Input create(Broadcast broadcast) {
        var order = order(broadcast);
        try {
            return calls.make(() -> mediaLive.createInput(order)).input();
        } catch (MediaLiveException refused) {
            // Its words may have the key in them.
            var words = String.valueOf(refused.getMessage())
                    .replace(broadcast.streamKey().value(), "…");
            throw new Unavailable("MediaLive makes no input for the encoder: " + AwsWords.shown(words), LATER);
        }
    }

    private CreateInputRequest order(Broadcast broadcast) {
        var call = broadcast.call();
        var order = CreateInputRequest.builder()
                .name(LivePackaging.name(broadcast.ref()))
                .requestId(token.of(broadcast.ref(), "input"))
                .tags(Tags.of(broadcast.ref(), settings.group()));
        return (call == null ? pushed(order, broadcast) : called(order, call)).build();
    }

    private CreateInputRequest.Builder pushed(CreateInputRequest.Builder order, Broadcast broadcast) {
        var stream = InputDestinationRequest.builder()
                .streamName(APPLICATION + broadcast.streamKey().value())
                .build();
        return order.type(InputType.RTMP_PUSH)
                .inputSecurityGroups(securityGroup())
                .destinations(Collections.nCopies(settings.pipelines(), stream));
    }

    // Security groups are for those who are let in: here MediaLive goes out.
    private static CreateInputRequest.Builder called(CreateInputRequest.Builder order, SrtCall call) {
        var sources = call.listeners().stream()
                .map(listener -> source(listener, call))
                .toList();
        return order.type(InputType.SRT_CALLER).srtSettings(srt -> srt.srtCallerSources(sources));
    }

    private static SrtCallerSourceRequest source(SrtListener listener, SrtCall call) {
        var source = SrtCallerSourceRequest.builder()
                .srtListenerAddress(listener.address())
                .srtListenerPort(Integer.toString(listener.port()))
                .streamId(listener.streamId())
                .minimumLatency(call.latency());
        var passphrase = call.passphrase();
        if (passphrase != null) {
            source.decryption(
                    by -> by.algorithm(passphrase.cipher().name()).passphraseSecretArn(passphrase.secretArn()));
        }
        return source.build();
    }

    private void remove(String input) {
        try {
            calls.make(() -> mediaLive.deleteInput(delete -> delete.inputId(input)));
        } catch (NotFoundException | ConflictException anothers) {
            // What is left is asked for again.
        }
    }

    // Whoever makes one has no token to name it by: of two that were made at once one is left, if need be the one in
    // use.
    private String securityGroup() {
        var there = securityGroups();
        there.stream().skip(1).filter(LiveInputs::idle).forEach(group -> removeGroup(group.id()));
        return there.stream().findFirst().map(this::asItShouldBe).orElseGet(this::newGroup);
    }

    private List<InputSecurityGroup> securityGroups() {
        return calls.make(() -> mediaLive.listInputSecurityGroupsPaginator(list -> {}).inputSecurityGroups().stream()
                .filter(group -> group.state() != InputSecurityGroupState.DELETED)
                .filter(group -> group.tags().equals(Tags.shared(settings.group())))
                .sorted(Comparator.comparing(LiveInputs::idle).thenComparing(InputSecurityGroup::id))
                .toList());
    }

    private static boolean idle(InputSecurityGroup group) {
        return group.state() == InputSecurityGroupState.IDLE;
    }

    private String asItShouldBe(InputSecurityGroup group) {
        var allowed =
                group.whitelistRules().stream().map(InputWhitelistRule::cidr).collect(Collectors.toSet());
        if (!allowed.equals(new HashSet<>(settings.from()))) {
            calls.make(() -> mediaLive.updateInputSecurityGroup(
                    update -> update.inputSecurityGroupId(group.id()).whitelistRules(rules())));
        }
        return group.id();
    }

    private String newGroup() {
        return calls.make(() -> mediaLive.createInputSecurityGroup(
                        create -> create.whitelistRules(rules()).tags(Tags.shared(settings.group()))))
                .securityGroup()
                .id();
    }

    private void removeGroup(String group) {
        try {
            calls.make(() -> mediaLive.deleteInputSecurityGroup(delete -> delete.inputSecurityGroupId(group)));
        } catch (MediaLiveException inUseOrGone) {
            // It does no harm.
        }
    }

    private List<InputWhitelistRuleCidr> rules() {
        return settings.from().stream()
                .map(network -> InputWhitelistRuleCidr.builder().cidr(network).build())
                .toList();
    }
}
