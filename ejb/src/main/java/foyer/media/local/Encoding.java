package foyer.media.local;

import foyer.media.rendition.Rendition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The command that makes all renditions in one go, so that the source is read once and every rendition has its keyframes at
 * the same moments.
 *
 * @param folder where each rendition has a folder of its own
 * @see <a href="https://ffmpeg.org/ffmpeg-formats.html#hls-2">ffmpeg's HLS muxer</a>
 */
record Encoding(LocalSettings settings, Source source, List<Rendition> ladder, Path file, Path folder) {
    static final int SEGMENT_SECONDS = 2;

    List<String> command(Duration limit) {
        // Nicer than all else on this machine: viewers come first. The limit of CPU time ends it even when nobody
        // watches it.
        var command = new ArrayList<>(List.of("nice", "-n", "10", settings.ffmpeg(), "-hide_banner", "-nostdin"));
        command.addAll(List.of("-v", "error", "-nostats", "-progress", "pipe:1"));
        command.addAll(List.of("-timelimit", Long.toString(limit.toSeconds())));
        command.addAll(List.of("-threads", Integer.toString(settings.threads())));
        command.addAll(Input.of(file));
        command.addAll(List.of("-filter_complex_threads", "1", "-filter_complex", filters()));
        for (var place = 0; place < ladder.size(); place++) {
            command.addAll(picture(place));
        }
        for (var place = 0; place < source.sounds().size(); place++) {
            command.addAll(sound(place));
        }
        for (var place = 0; place < source.captions().size(); place++) {
            command.addAll(captions(place));
        }
        return command;
    }

    private String filters() {
        var branches = new ArrayList<String>();
        var sizes = new ArrayList<String>();
        for (var place = 0; place < ladder.size(); place++) {
            var rung = ladder.get(place);
            branches.add("[b" + place + "]");
            sizes.add(String.format(
                    Locale.ROOT, "[b%d]scale=%d:%d,setsar=1[v%d]", place, rung.width(), rung.height(), place));
        }
        return String.format(
                Locale.ROOT,
                "[0:%d]%sfps=%s,format=yuv420p,split=%d%s;%s",
                source.video(),
                source.interlaced() ? "yadif=deint=interlaced," : "",
                source.rate(),
                ladder.size(),
                String.join("", branches),
                sizes.stream().collect(Collectors.joining(";")));
    }

    private List<String> picture(int place) {
        var rung = ladder.get(place);
        var output = new ArrayList<>(List.of("-map", "[v" + place + "]", "-c:v", "libx264", "-preset", "veryfast"));
        output.addAll(List.of("-threads", Integer.toString(settings.threads())));
        // As good as it takes, and no more than the rung: a still picture does not fill its five megabits.
        output.addAll(List.of("-crf", "21", "-maxrate", rung.kilobits() + "k", "-bufsize", rung.kilobits() * 2 + "k"));
        // Keyframes by the clock and nowhere else. Without B-frames pictures begin at zero, as the sound does, for
        // players that
        // read no edit lists.
        output.addAll(List.of("-bf", "0", "-sc_threshold", "0", "-g", "600"));
        output.addAll(List.of("-force_key_frames", "expr:gte(t,n_forced*" + SEGMENT_SECONDS + ")"));
        output.addAll(playlist(rung.name()));
        return output;
    }

    private List<String> sound(int place) {
        var track = source.sounds().get(place);
        var output = new ArrayList<>(List.of("-map", "0:" + track.index(), "-c:a", "aac", "-b:a", "128k"));
        output.addAll(List.of("-ac", "2", "-ar", "48000"));
        output.addAll(playlist(soundFolder(place)));
        return output;
    }

    private List<String> captions(int place) {
        var track = source.captions().get(place);
        var to = folder.resolve(captionsFolder(place)).resolve(Captions.FILE).toString();
        return List.of("-map", "0:" + track.index(), "-c:s", "webvtt", "-f", "webvtt", to);
    }

    private List<String> playlist(String name) {
        var to = folder.resolve(name);
        var output = new ArrayList<>(List.of("-map_metadata", "-1", "-map_chapters", "-1", "-f", "hls"));
        output.addAll(List.of("-hls_time", Integer.toString(SEGMENT_SECONDS), "-hls_playlist_type", "vod"));
        output.addAll(List.of("-hls_segment_type", "fmp4", "-hls_flags", "independent_segments"));
        output.addAll(List.of("-hls_fmp4_init_filename", "init.mp4", "-hls_segment_filename"));
        output.addAll(List.of(
                to.resolve("%05d.m4s").toString(), to.resolve("index.m3u8").toString()));
        return output;
    }

    static String soundFolder(int place) {
        return "audio-" + (place + 1);
    }

    static String captionsFolder(int place) {
        return "captions-" + (place + 1);
    }
}
