package foyer.media.local;

import foyer.media.rendition.Rendition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The command that makes all renditions of one feed while it comes, in one go, so that every rendition has its keyframes at the
 * same moments.
 *
 * @param ladder as the channel's first picture had it
 * @param folder where each rendition has a folder of its own
 * @param feed the name of the folder in each of these
 * @see <a href="https://ffmpeg.org/ffmpeg-formats.html#hls-2">ffmpeg's HLS muxer</a>
 */
record LiveEncoding(String ffmpeg, int threads, LiveInput input, LiveLadder ladder, Path folder, String feed) {

    List<String> command() {
        // Nicer than what viewers ask for, and less so than recordings, which can wait.
        var command = new ArrayList<>(List.of("nice", "-n", "5", ffmpeg, "-hide_banner", "-nostdin", "-nostats"));
        command.addAll(List.of("-v", "error", "-protocol_whitelist", "pipe", "-format_whitelist", "nut"));
        command.addAll(List.of("-fflags", "nobuffer", "-threads", Integer.toString(threads)));
        command.addAll(Input.BOUND);
        command.addAll(List.of("-f", "nut", "-i", "pipe:0"));
        command.addAll(List.of("-filter_complex_threads", "1", "-filter_complex", filters()));
        for (var place = 0; place < ladder.rungs().size(); place++) {
            command.addAll(picture(place));
        }
        command.addAll(List.of("-map", "[sound]", "-c:a", "aac", "-b:a", "128k", "-ac", "2"));
        command.addAll(playlist(LiveLadder.SOUND));
        return command;
    }

    List<Path> folders() {
        return ladder.folders().stream()
                .map(rendition -> folder.resolve(rendition).resolve(feed))
                .toList();
    }

    // Both begin at zero and have no gaps, whatever the encoder leaves out: so segments of picture and sound are of the
    // same moments.
    private String filters() {
        var branches = new ArrayList<String>();
        var sizes = new ArrayList<String>();
        for (var place = 0; place < ladder.rungs().size(); place++) {
            branches.add("[b" + place + "]");
            sizes.add(String.format(
                    Locale.ROOT,
                    "[b%d]%s,setsar=1[v%d]",
                    place,
                    size(ladder.rungs().get(place)),
                    place));
        }
        return String.format(
                Locale.ROOT,
                "[0:v:0]fps=%s:start_time=0,format=yuv420p,split=%d%s;%s;[0:a:0]aresample=48000:async=1:first_pts=0[sound]",
                ladder.rate(),
                ladder.rungs().size(),
                String.join("", branches),
                sizes.stream().collect(Collectors.joining(";")));
    }

    // A picture of another shape than the first one's is put into the middle of what that one had.
    private String size(Rendition rung) {
        var picture = input.picture();
        if (picture == null) {
            return String.format(Locale.ROOT, "scale=%d:%d", rung.width(), rung.height());
        }
        var scale = Math.min((double) rung.width() / picture.width(), (double) rung.height() / picture.height());
        var width = even(picture.width() * scale, rung.width());
        var height = even(picture.height() * scale, rung.height());
        return String.format(
                Locale.ROOT,
                "scale=%d:%d%s",
                width,
                height,
                width == rung.width() && height == rung.height()
                        ? ""
                        : String.format(Locale.ROOT, ",pad=%d:%d:-1:-1", rung.width(), rung.height()));
    }

    // Within a pixel of the rung's it is the rung's.
    private static int even(double pixels, int most) {
        var even = Math.max(2, (int) Math.round(pixels / 2) * 2);
        return Math.abs(even - most) <= 2 ? most : even;
    }

    private List<String> picture(int place) {
        var rung = ladder.rungs().get(place);
        var output = new ArrayList<>(List.of("-map", "[v" + place + "]", "-c:v", "libx264", "-preset", "veryfast"));
        output.addAll(List.of("-tune", "zerolatency", "-threads", Integer.toString(threads)));
        output.addAll(List.of("-crf", "23", "-maxrate", rung.kilobits() + "k", "-bufsize", rung.kilobits() + "k"));
        output.addAll(List.of("-bf", "0", "-sc_threshold", "0", "-g", "600"));
        output.addAll(List.of("-force_key_frames", "expr:gte(t,n_forced*" + Encoding.SEGMENT_SECONDS + ")"));
        output.addAll(playlist(rung.name()));
        return output;
    }

    private List<String> playlist(String rendition) {
        var to = folder.resolve(rendition).resolve(feed);
        var output = new ArrayList<>(List.of("-map_metadata", "-1", "-f", "hls", "-hls_list_size", "0"));
        output.addAll(List.of("-hls_time", Integer.toString(Encoding.SEGMENT_SECONDS), "-hls_segment_type", "fmp4"));
        output.addAll(List.of("-hls_flags", "independent_segments+temp_file"));
        output.addAll(List.of("-hls_fmp4_init_filename", Feed.INITIALIZATION, "-hls_segment_filename"));
        output.addAll(List.of(
                to.resolve("%05d.m4s").toString(), to.resolve("index.m3u8").toString()));
        return output;
    }
}
