package foyer.media.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A channel of {@link MediaLiveStandIn}: how it was ordered, when it ran and when it was fed. */
final class MediaLiveChannel extends MediaLiveThing {
    private static final Set<String> SENDING = Set.of("STARTING", "RUNNING", "RECOVERING");

    final boolean fails;
    final List<Instant[]> ran = new ArrayList<>();
    final List<Instant[]> fed = new ArrayList<>();

    @Nullable
    Instant runsSince;

    /** @param fails whether it cannot be made */
    MediaLiveChannel(String id, Map<String, Object> order, Map<String, Object> tags, Instant goesOnAt, boolean fails) {
        super(id, order, tags, goesOnAt);
        this.fails = fails;
    }

    /** Its id. */
    String input() {
        var attached = ServiceModel.map(
                ServiceModel.list(order.get("InputAttachments")).get(0));
        return String.valueOf(attached.get("inputId"));
    }

    /** Where it sends to, in MediaPackage: {@code group/channel}. */
    String packager() {
        var settings = ServiceModel.list(
                ServiceModel.map(ServiceModel.list(order.get("Destinations")).get(0))
                        .get("mediaPackageSettings"));
        return ServiceModel.map(settings.get(0)).get("channelGroup") + "/"
                + ServiceModel.map(settings.get(0)).get("channelName");
    }

    int pipelines() {
        return "STANDARD".equals(order.get("ChannelClass")) ? 2 : 1;
    }

    boolean isSending() {
        return SENDING.contains(state);
    }

    int renditions() {
        return encoding("videoDescriptions").size();
    }

    /** Their languages, as they are called. */
    List<String> captions() {
        return encoding("captionDescriptions").stream()
                .map(made -> String.valueOf(ServiceModel.map(made).get("languageDescription")))
                .toList();
    }

    private List<?> encoding(String part) {
        return ServiceModel.list(ServiceModel.map(order.get("EncoderSettings")).get(part));
    }
}
