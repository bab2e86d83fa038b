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
        var selectors = names(attached(order).get("audioSelectors"), "name");
        if (!selectors.containsAll(names(encoding.get("audioDescriptions"), "audioSelectorName"))) {
            throw unfit("An audio description names a selector that is not there.");
        }
        var captions = names(encoding.get("captionDescriptions"), "name");
        if (!names(attached(order).get("captionSelectors"), "name")
                .containsAll(names(encoding.get("captionDescriptions"), "captionSelectorName"))) {
            throw unfit("A caption description names a selector that is not there.");
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
                refuseOutput(ServiceModel.map(output), videos, audios, captions);
            }
        }
    }

    // By CMAF each output is of one track alone.
    private static void refuseOutput(
            Map<?, ?> output, Collection<String> videos, Collection<String> audios, Collection<String> captions) {
        var video = output.get("videoDescriptionName");
        var sounds = ServiceModel.list(output.get("audioDescriptionNames"));
        var words = ServiceModel.list(output.get("captionDescriptionNames"));
        var known = (video == null || videos.contains(String.valueOf(video)))
                && audios.containsAll(sounds)
                && captions.containsAll(words);
        var tracks = (video == null ? 0 : 1) + sounds.size() + words.size();
        if (!known || tracks != 1) {
            throw unfit("An output is not of one track that is there.");
        }
    }

    private static Map<?, ?> attached(Map<String, Object> order) {
        var input = ServiceModel.map(
                ServiceModel.list(order.get("InputAttachments")).get(0));
        return ServiceModel.map(input.get("inputSettings"));
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
