package foyer.web.media;

import foyer.media.Ingest;
import foyer.media.InputFinding;
import foyer.media.InputHealth;
import foyer.media.LiveStream;
import foyer.media.ingest.IngestProtocol;
import foyer.media.ingest.LiveCaptions;
import foyer.media.ingest.SrtCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Live channels by the API's names. The stream key is in it: it is for organizers alone. */
final class StreamView {
    private StreamView() {}

    static Map<String, Object> of(LiveStream stream) {
        var broadcast = stream.broadcast();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("eventId", broadcast.event().value());
        tree.put("state", broadcast.state().name());
        tree.put("wanted", broadcast.wanted().name());
        var ingest = stream.ingest();
        var call = broadcast.call();
        if (ingest != null) {
            tree.put("ingest", with(broadcast.captions(), ingest(ingest)));
        } else if (call != null && !call.isForgotten() && !broadcast.over()) {
            tree.put("ingest", with(broadcast.captions(), ingest(call)));
        }
        tree.put("startsAt", broadcast.startsAt().toString());
        tree.put("health", health(broadcast.health()));
        var manifest = stream.manifest();
        if (manifest != null) {
            tree.put("playback", Map.of("manifestUrl", manifest.toString()));
        }
        broadcast.made().ifPresent(recording -> tree.put("recordingId", recording.value()));
        var trouble = broadcast.trouble();
        if (trouble != null) {
            tree.put("problem", Map.of("message", trouble.words(), "retryable", trouble.curable()));
        }
        var meter = broadcast.meter();
        tree.put(
                "usage",
                Map.of(
                        "runningSeconds", meter.running().toSeconds(),
                        "idleSeconds", meter.idle().toSeconds()));
        tree.put("cost", CostView.of(stream.cost()));
        tree.put("spending", CostView.of(broadcast.spending()));
        tree.put("createdAt", broadcast.createdAt().toString());
        tree.put("updatedAt", broadcast.updatedAt().toString());
        return tree;
    }

    private static Map<String, Object> with(List<LiveCaptions> captions, Map<String, Object> ingest) {
        if (!captions.isEmpty()) {
            ingest.put("captions", captions.stream().map(LiveCaptions::tree).toList());
        }
        return ingest;
    }

    private static Map<String, Object> ingest(Ingest ingest) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("protocol", ingest.protocol().name());
        tree.put("url", ingest.server().toString());
        tree.put("streamKey", ingest.streamKey().value());
        return tree;
    }

    // As it was submitted, so that it can be submitted again.
    private static Map<String, Object> ingest(SrtCall call) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("protocol", IngestProtocol.SRT.name());
        tree.putAll(call.tree());
        return tree;
    }

    private static Map<String, Object> health(InputHealth health) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("connected", health.connected());
        tree.put("bitrate", health.bitrate());
        var video = health.video();
        if (video != null) {
            tree.put("video", video);
        }
        var audio = health.audio();
        if (audio != null) {
            tree.put("audio", audio);
        }
        tree.put(
                "findings",
                health.findings().stream().sorted().map(InputFinding::name).toList());
        return tree;
    }
}
