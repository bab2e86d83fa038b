package foyer.media.aws;

import foyer.media.aws.ServiceModel.Asked;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where a channel or an input of {@link MediaLiveStandIn} stands, and since when it goes on by itself. */
abstract class MediaLiveThing {
    static final String HERE = "arn:aws:medialive:eu-central-1:111122223333:";

    final String id;
    final Map<String, Object> order;
    final Map<String, Object> tags;
    String state = "CREATING";
    Instant goesOnAt;

    MediaLiveThing(String id, Map<String, Object> order, Map<String, Object> tags, Instant goesOnAt) {
        this.id = id;
        this.order = order;
        this.tags = tags;
        this.goesOnAt = goesOnAt;
    }

    static Map<String, Object> tags(Asked asked) {
        var tags = new LinkedHashMap<String, Object>();
        ServiceModel.map(asked.members().get("Tags")).forEach((name, value) -> tags.put(String.valueOf(name), value));
        return tags;
    }

    /** Fails with {@link AwsRefusal} where there is none of that id. */
    static <T> T found(Map<String, T> all, String id, String otherwise, int status) {
        var found = all.get(id);
        if (found == null) {
            throw new AwsRefusal(status, otherwise, id + " is not there.");
        }
        return found;
    }
}
