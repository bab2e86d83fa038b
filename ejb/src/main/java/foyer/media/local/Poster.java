package foyer.media.local;

import foyer.media.rendition.Rendition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A still of the video for what is shown before it plays. */
record Poster(Source source, List<Rendition> ladder) {
    static final String FILE = "poster.jpg";
    private static final int HIGH_ENOUGH = 720;

    /** @param at seconds from the beginning */
    List<String> command(String ffmpeg, Path file, Path folder, double at) {
        var size = ladder.stream()
                .filter(rung -> Math.min(rung.width(), rung.height()) <= HIGH_ENOUGH)
                .findFirst()
                .orElse(ladder.get(0));
        var command = new ArrayList<>(
                List.of("nice", "-n", "10", ffmpeg, "-v", "error", "-nostdin", "-progress", "pipe:1", "-threads", "1"));
        command.addAll(List.of("-ss", String.format(Locale.ROOT, "%.3f", at)));
        command.addAll(Input.of(file));
        command.addAll(List.of("-map", "0:" + source.video(), "-frames:v", "1", "-map_metadata", "-1", "-q:v", "4"));
        command.addAll(List.of("-vf", String.format(Locale.ROOT, "scale=%d:%d,setsar=1", size.width(), size.height())));
        command.addAll(List.of("-update", "1", folder.resolve(FILE).toString()));
        return command;
    }
}
