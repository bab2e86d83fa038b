package foyer.media.aws;

import foyer.media.aws.ServiceModel.Asked;
import java.util.Map;
import java.util.TreeMap;

/** The channel groups of the stand-in for MediaPackage. */
final class PackagedGroups {
    private final Map<String, Map<String, Object>> groups = new TreeMap<>();

    Map<String, Object> add(Asked asked) {
        var name = whole(asked.text("ChannelGroupName"));
        if (groups.putIfAbsent(name, PackagedChannel.copy(asked.members().get("Tags"))) != null) {
            throw new AwsRefusal(409, "ConflictException", "The channel group exists.");
        }
        return shown(asked);
    }

    Map<String, Object> shown(Asked asked) {
        var name = asked.text("ChannelGroupName");
        refuseWithout(name);
        return Map.of(
                "ChannelGroupName",
                name,
                "Arn",
                MediaPackageStandIn.HERE + name,
                "EgressDomain",
                "abc.egress.xyz.mediapackagev2.eu-central-1.amazonaws.com",
                "CreatedAt",
                1_700_000_000,
                "ModifiedAt",
                1_700_000_000);
    }

    void refuseWithout(String name) {
        if (!groups.containsKey(name)) {
            throw new AwsRefusal(404, "ResourceNotFoundException", "There is no such channel group.");
        }
    }

    // The model's patterns have no ends.
    static String whole(String name) {
        if (!name.matches("[a-zA-Z0-9_-]{1,256}")) {
            throw new AwsRefusal(400, "ValidationException", name + " is no name.");
        }
        return name;
    }
}
