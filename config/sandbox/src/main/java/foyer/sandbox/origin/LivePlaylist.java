package foyer.sandbox.origin;

import java.time.Instant;

/** Writes the sliding window of a live channel (RFC 8216, 6.2.2). All addresses are relative. */
final class LivePlaylist {
    private final LiveRun run;
    private final RecordedTrack track;

    LivePlaylist(LiveRun run, RecordedTrack track) {
        this.run = run;
        this.track = track;
    }

    String at(Instant now) {
        var from = run.from(now);
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        tag(text, "TARGETDURATION", LiveRun.SEGMENT.toSeconds());
        tag(text, "MEDIA-SEQUENCE", from);
        tag(text, "DISCONTINUITY-SEQUENCE", run.discontinuitiesBefore(from, track.length()));
        track.map().ifPresent(map -> tag(text, "MAP", "URI=\"" + map + "\""));
        for (var number = from; number < run.end(now); number++) {
            segment(text, number);
        }
        if (run.isStopped()) {
            text.append("#EXT-X-ENDLIST\n");
        }
        return text.toString();
    }

    private void segment(StringBuilder text, long number) {
        if (track.beginsLoop(number) && number > run.origin()) {
            text.append("#EXT-X-DISCONTINUITY\n");
        }
        tag(text, "PROGRAM-DATE-TIME", LiveRun.startOf(number));
        text.append("#EXTINF:").append(track.duration(number)).append(",\n");
        text.append("segment-").append(number).append(track.extension()).append('\n');
    }

    private static void tag(StringBuilder text, String name, Object value) {
        text.append("#EXT-X-").append(name).append(':').append(value).append('\n');
    }
}
