package foyer.media.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What MediaPackage makes of segments: playlists, and files that stand for pictures and captions. */
final class PackagedFiles {
    private PackagedFiles() {}

    /**
     * All files by their names: the manifest, the renditions' playlists, and what these name.
     *
     * @param captions by what they are called
     */
    static Map<String, String> of(List<Instant> segments, boolean ended, int renditions, List<String> captions) {
        var files = new TreeMap<String, String>();
        var group = captions.isEmpty() ? "" : ",SUBTITLES=\"subtitles\"";
        files.put(
                LivePackaging.MANIFEST + ".m3u8",
                "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n"
                        + IntStream.rangeClosed(1, captions.size())
                                .mapToObj(place ->
                                        "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"subtitles\",NAME=\"%s\",URI=\"%s_words%d.m3u8\"\n"
                                                .formatted(captions.get(place - 1), LivePackaging.MANIFEST, place))
                                .collect(Collectors.joining())
                        + IntStream.rangeClosed(1, renditions)
                                .mapToObj(rendition -> "#EXT-X-STREAM-INF:BANDWIDTH=%d%s\n%s_%d.m3u8\n"
                                        .formatted(rendition * 100_000, group, LivePackaging.MANIFEST, rendition))
                                .collect(Collectors.joining()));
        for (var rendition = 1; rendition <= renditions; rendition++) {
            list(files, Integer.toString(rendition), segments, ended);
        }
        for (var place = 1; place <= captions.size(); place++) {
            list(files, "words" + place, segments, ended);
        }
        return files;
    }

    private static void list(Map<String, String> files, String rendition, List<Instant> segments, boolean ended) {
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:1\n");
        text.append("#EXT-X-MAP:URI=\"segment_%s_init.mp4\"\n".formatted(rendition));
        files.put("segment_%s_init.mp4".formatted(rendition), "init");
        for (var begin : segments) {
            var name = "segment_%s_%d.mp4".formatted(rendition, begin.toEpochMilli());
            text.append("#EXT-X-PROGRAM-DATE-TIME:%s\n#EXTINF:2.0,\n%s\n".formatted(begin, name));
            files.put(name, "a segment");
        }
        if (ended) {
            text.append("#EXT-X-ENDLIST\n");
        }
        files.put("%s_%s.m3u8".formatted(LivePackaging.MANIFEST, rendition), text.toString());
    }
}
