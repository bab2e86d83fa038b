package foyer.media.aws;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What MediaLive refuses in an order for a channel, as far as its encoder goes. */
final class UnfitChannel {
    private UnfitChannel() {}

    /** Fails with {@link AwsRefusal} for an order whose parts do not name each other. */
    static void refuse(Map<String, Object> order) {
        var encoding = ServiceModel.map(order.get("EncoderSettings"));
        var videos = names(encoding.get("videoDescriptions"), "name");
        var audios = names(encoding.get("audioDescriptions"), "name");
        var selectors = names(
                ServiceModel.map(ServiceModel.map(ServiceModel.list(order.get("InputAttachments"))
                                        .get(0))
                                .get("inputSettings"))
                        .get("audioSelectors"),
                "name");
        if (!selectors.containsAll(names(encoding.get("audioDescriptions"), "audioSelectorName"))) {
            throw unfit("An audio description names a selector that is not there.");
        }
        var destinations = names(order.get("Destinations"), "id");
        for (var group : ServiceModel.list(encoding.get("outputGroups"))) {
            var settings = ServiceModel.map(ServiceModel.map(group).get("outputGroupSettings"));
            var packager = ServiceModel.map(settings.get("mediaPackageGroupSettings"));
            if (!destinations.contains(
                    String.valueOf(ServiceModel.map(packager.get("destination")).get("destinationRefId")))) {
                throw unfit("An output group names a destination that is not there.");
            }
            for (var output : ServiceModel.list(ServiceModel.map(group).get("outputs"))) {
                refuseOutput(ServiceModel.map(output), videos, audios);
            }
        }
    }

    // By CMAF each output is of one track alone.
    private static void refuseOutput(Map<?, ?> output, Collection<String> videos, Collection<String> audios) {
        var video = output.get("videoDescriptionName");
        var sounds = ServiceModel.list(output.get("audioDescriptionNames"));
        var known = video == null || videos.contains(String.valueOf(video));
        if (!known || !audios.containsAll(sounds) || (video == null) == sounds.isEmpty()) {
            throw unfit("An output is not of one track that is there.");
        }
    }

    private static Set<String> names(@Nullable Object list, String member) {
        return ServiceModel.list(list).stream()
                .map(each -> String.valueOf(ServiceModel.map(each).get(member)))
                .collect(Collectors.toSet());
    }

    static AwsRefusal unfit(String message) {
        return new AwsRefusal(422, "UnprocessableEntityException", message);
    }
}
