package foyer.media.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An input of {@link MediaLiveStandIn}: where an encoder sends to, or by which address it is called. */
final class MediaLiveInput extends MediaLiveThing {
    MediaLiveInput(String id, Map<String, Object> order, Map<String, Object> tags, Instant goesOnAt) {
        super(id, order, tags, goesOnAt);
    }

    /** Fails with {@link AwsRefusal} for an order of none that is known here. */
    static void refuseUnfit(Map<String, Object> order) {
        var pushed = ServiceModel.list(order.get("Destinations"));
        var guarded = !ServiceModel.list(order.get("InputSecurityGroups")).isEmpty();
        var called = sources(order);
        var fits = switch (String.valueOf(order.get("Type"))) {
            case "RTMP_PUSH" -> !pushed.isEmpty() && guarded && called.isEmpty();
            // One that is called is behind no security group, by the page on SRT inputs.
            case "SRT_CALLER" ->
                !called.isEmpty() && called.stream().allMatch(MediaLiveInput::isWhole) && pushed.isEmpty() && !guarded;
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

    /** Of an encoder that listens by SRT: as the API and our own have it, by its address, port and stream id. */
    static String address(Map<?, ?> listener) {
        var host = listener.containsKey("srtListenerAddress") ? "srtListenerAddress" : "address";
        var port = listener.containsKey("srtListenerPort") ? "srtListenerPort" : "port";
        return "srt://" + listener.get(host) + ":" + listener.get(port) + "?streamid=" + listener.get("streamId");
    }

    /** Where encoders send to, or wait for a call; one for each pipeline. */
    List<String> feeds() {
        return isCaller() ? sources(order).stream().map(MediaLiveInput::address).toList() : pushedTo();
    }

    /** Where encoders send to; nowhere for one that calls them. */
    List<String> destinations() {
        return isCaller() ? List.of() : pushedTo();
    }

    boolean isGuardedBy(String group) {
        return ServiceModel.list(order.get("InputSecurityGroups")).contains(group);
    }

    private boolean isCaller() {
        return "SRT_CALLER".equals(order.get("Type"));
    }

    private List<String> pushedTo() {
        var urls = new ArrayList<String>();
        for (var destination : ServiceModel.list(order.get("Destinations"))) {
            urls.add("rtmp://198.51.100.%d:1935/%s"
                    .formatted(
                            10 * (urls.size() + 1) + Integer.parseInt(id) % 10,
                            ServiceModel.map(destination).get("streamName")));
        }
        return urls;
    }

    private static List<? extends Map<?, ?>> sources(Map<String, Object> order) {
        return ServiceModel.list(ServiceModel.map(order.get("SrtSettings")).get("srtCallerSources")).stream()
                .map(ServiceModel::map)
                .toList();
    }
}
