package foyer.web.media;

import foyer.media.Recording;
import foyer.media.RecordingState;
import foyer.media.UploadPart;
import foyer.media.VodLibrary.Playback;
import foyer.media.captions.CaptionTrack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Recordings by the API's names. */
final class RecordingView {
    private RecordingView() {}

    static Map<String, Object> of(Recording recording, Optional<Playback> playback) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("recordingId", recording.id().value());
        tree.put("eventId", recording.event().value());
        tree.put("fileName", recording.upload().fileName());
        tree.put("size", recording.upload().size());
        tree.put("state", recording.state().name());
        tree.put("percent", (long) recording.percent());
        var trouble = recording.trouble();
        if (trouble != null) {
            tree.put("problem", Map.of("message", trouble.words(), "retryable", trouble.curable()));
        }
        var length = recording.length();
        if (length != null) {
            tree.put("durationMillis", length.toMillis());
        }
        playback.ifPresent(plays -> {
            tree.put("manifestUrl", plays.manifest().toString());
            tree.put("thumbnailUrl", plays.poster().toString());
        });
        tree.put("createdAt", recording.createdAt().toString());
        tree.put("updatedAt", recording.updatedAt().toString());
        return tree;
    }

    /** @param absolute makes an address that is relative to the API's root one that everybody can call */
    static Map<String, Object> withParts(
            Recording recording,
            List<UploadPart> parts,
            Optional<Playback> playback,
            List<CaptionTrack> captions,
            UnaryOperator<String> absolute) {
        var tree = of(recording, playback);
        if (playback.isPresent()) {
            tree.put("captions", captions.stream().map(CaptionsResource::view).toList());
        }
        if (recording.state() == RecordingState.UPLOADING) {
            tree.put("partSize", recording.upload().partSize());
            tree.put("parts", parts.stream().map(part -> part(part, absolute)).toList());
        }
        return tree;
    }

    private static Map<String, Object> part(UploadPart part, UnaryOperator<String> absolute) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("number", (long) part.number());
        tree.put("size", part.size());
        tree.put("received", part.received());
        tree.put("url", absolute.apply(part.address()));
        tree.put("expiresAt", part.until().toString());
        return tree;
    }
}
