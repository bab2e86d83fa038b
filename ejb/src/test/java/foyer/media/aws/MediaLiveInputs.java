package foyer.media.aws;

import foyer.media.aws.ServiceModel.Asked;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The inputs of {@link MediaLiveStandIn}, and the security groups that guard them. */
final class MediaLiveInputs {
    private final Clock clock;
    private final MediaLiveOrders orders;
    private final Predicate<String> attached;
    private final Map<String, MediaLiveInput> inputs = new TreeMap<>();
    private final Map<String, Group> groups = new TreeMap<>();
    private int groupsMade;

    private record Group(String id, Map<String, Object> tags, List<?> rules) {}

    /** @param attached whether a channel has the input of this id */
    MediaLiveInputs(Clock clock, MediaLiveOrders orders, Predicate<String> attached) {
        this.clock = clock;
        this.orders = orders;
        this.attached = attached;
    }

    /** What takes time has taken it. */
    void goOn() {
        inputs.values().removeIf(input -> input.state.equals("DELETING") && isDone(input));
        inputs.values().stream()
                .filter(input -> input.state.equals("CREATING") && isDone(input))
                .forEach(input -> input.state = "DETACHED");
    }

    private boolean isDone(MediaLiveInput input) {
        return !clock.instant().isBefore(input.goesOnAt);
    }

    /** Null where there is none. */
    @Nullable
    MediaLiveInput find(String id) {
        return inputs.get(id);
    }

    /** Whether a channel can have it. */
    boolean isFree(MediaLiveInput input) {
        return state(input).equals("DETACHED");
    }

    List<MediaLiveInput> all() {
        return List.copyOf(inputs.values());
    }

    void lose() {
        inputs.clear();
    }

    Map<String, Object> create(Asked asked) {
        var done = orders.done(asked.text("RequestId"));
        if (done != null) {
            return shown(MediaLiveThing.found(inputs, done, "BadRequestException", 400));
        }
        var members = asked.members();
        MediaLiveInput.refuseUnfit(members);
        ServiceModel.list(members.get("InputSecurityGroups")).forEach(group -> group(String.valueOf(group)));
        var id = orders.freshId(2_000);
        var made = new MediaLiveInput(
                id, members, MediaLiveThing.tags(asked), clock.instant().plus(Duration.ofSeconds(1)));
        inputs.put(id, made);
        orders.note(asked.text("RequestId"), id);
        return shown(made);
    }

    List<Map<String, Object>> shown() {
        return inputs.values().stream().map(this::shown).toList();
    }

    Map<String, Object> delete(String id) {
        var input = MediaLiveThing.found(inputs, id, "NotFoundException", 404);
        if (!isFree(input)) {
            throw new AwsRefusal(409, "ConflictException", "The input is " + state(input) + ".");
        }
        input.state = "DELETING";
        input.goesOnAt = clock.instant().plus(Duration.ofSeconds(2));
        return Map.of();
    }

    private String state(MediaLiveInput input) {
        return attached.test(input.id) ? "ATTACHED" : input.state;
    }

    private Map<String, Object> shown(MediaLiveInput input) {
        return Map.of(
                "id",
                input.id,
                "arn",
                MediaLiveThing.HERE + "input:" + input.id,
                "name",
                input.order.getOrDefault("Name", ""),
                "state",
                state(input),
                "type",
                input.order.getOrDefault("Type", ""),
                "tags",
                input.tags,
                "destinations",
                input.destinations().stream().map(url -> Map.of("url", url)).toList());
    }

    Map<String, Object> createGroup(Asked asked) {
        var id = Integer.toString(1_000 + ++groupsMade);
        groups.put(id, new Group(id, MediaLiveThing.tags(asked), rules(asked)));
        return shown(group(id));
    }

    Map<String, Object> updateGroup(Asked asked) {
        var id = asked.text("InputSecurityGroupId");
        groups.put(id, new Group(id, group(id).tags(), rules(asked)));
        return shown(group(id));
    }

    Map<String, Object> deleteGroup(String id) {
        if (inUse(group(id))) {
            throw new AwsRefusal(400, "BadRequestException", "The input security group is in use.");
        }
        groups.remove(id);
        return Map.of();
    }

    List<Map<String, Object>> groupsShown() {
        return groups.values().stream().map(this::shown).toList();
    }

    /** Who may send, of each. */
    List<List<?>> rules() {
        return groups.values().stream().<List<?>>map(Group::rules).toList();
    }

    private static List<?> rules(Asked asked) {
        return ServiceModel.list(asked.members().get("WhitelistRules"));
    }

    private boolean inUse(Group group) {
        return inputs.values().stream().anyMatch(input -> input.isGuardedBy(group.id()));
    }

    private Group group(String id) {
        var group = groups.get(id);
        if (group == null) {
            throw new AwsRefusal(404, "NotFoundException", "There is no such input security group.");
        }
        return group;
    }

    private Map<String, Object> shown(Group group) {
        return Map.of(
                "id", group.id(),
                "arn", MediaLiveThing.HERE + "inputSecurityGroup:" + group.id(),
                "state", inUse(group) ? "IN_USE" : "IDLE",
                "tags", group.tags(),
                "whitelistRules", group.rules());
    }
}
