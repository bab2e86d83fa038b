package foyer.sandbox.origin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a recorded media playlist says (RFC 8216).
 *
 * @param durations of its segments, in seconds, as written
 * @param extension of its segments' names
 * @param map the initialisation segment, which captions have none of
 */
record RecordedTrack(List<String> durations, String extension, Optional<String> map) {
    private static final String DURATION = "#EXTINF:";
    private static final String MAP = "#EXT-X-MAP:URI=\"";

    RecordedTrack {
        durations = List.copyOf(durations);
        if (durations.isEmpty()) {
            throw new IllegalArgumentException("a track without segments");
        }
    }

    static RecordedTrack parse(String playlist) {
        var durations = new ArrayList<String>();
        var extension = "";
        Optional<String> map = Optional.empty();
        for (var line : playlist.lines().toList()) {
            if (line.startsWith(DURATION)) {
                durations.add(line.substring(DURATION.length(), line.indexOf(',')));
            } else if (line.startsWith(MAP)) {
                map = Optional.of(line.substring(MAP.length(), line.lastIndexOf('"')));
            } else if (!line.startsWith("#")) {
                extension = line.substring(line.lastIndexOf('.'));
            }
        }
        return new RecordedTrack(durations, extension, map);
    }

    int length() {
        return durations.size();
    }

    /** Of the segment with this number in an endless loop. */
    String duration(long number) {
        return durations.get(place(number));
    }

    /** The recorded file behind the segment with this number in an endless loop. */
    String file(long number) {
        return "segment-" + place(number) + extension;
    }

    boolean beginsLoop(long number) {
        return place(number) == 0;
    }

    private int place(long number) {
        return (int) Math.floorMod(number, (long) length());
    }
}
