package foyer.bench;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What it costs to deliver a segment to who has the right to it, beside a file of the same size that everybody may have. */
final class OriginSegments {
    /** Two seconds of the smallest size, 0.4 Mbit/s, for which the check weighs most. */
    private static final int BYTES = 100_000;

    private static final int VIEWERS = 64;
    private static final String FILE = "segment.mp4";

    private final Ground ground;

    OriginSegments(Ground ground) {
        this.ground = ground;
    }

    /** What the application beside has to give away, by name. */
    static Map<String, byte[]> files() {
        var bytes = new byte[BYTES];
        Arrays.fill(bytes, (byte) 'x');
        return Map.of(FILE, bytes);
    }

    void cost() {
        System.out.println(
                "\nA segment of this server's own, beside a static file of the same size on the same server");
        var segments = addresses().stream().map(Requests::get).toList();
        var ratio = new CpuPerRequest(ground.server().process())
                .ratio(
                        "segment, its token checked",
                        Load.of(ground.port(), segments),
                        "static file",
                        Load.get(ground.port(), "/given/" + FILE));
        ground.bars().atMost("segment : static file", ratio, 1.5);
    }

    /** Of the same segment, for each viewer another. */
    private List<String> addresses() {
        var event =
                ground.event("email", published(), Json.createObjectBuilder().add("verifyEmail", false));
        var answers = new Herd(ground.port(), 8)
                .rush(Ground.registrations(event, "segments", VIEWERS, ""))
                .bodies();
        return answers.stream()
                .map(answer -> Ground.json(answer)
                        .getJsonObject("session")
                        .getJsonObject("playback")
                        .getString("url"))
                .map(url -> url.substring(ground.server().url().length()).replace("master.m3u8", FILE))
                .toList();
    }

    /** Its manifest's plain address. */
    private String published() {
        var name = UUID.randomUUID().toString();
        try {
            var folder = Files.createDirectories(ground.media().resolve(name));
            Files.writeString(folder.resolve("master.m3u8"), "#EXTM3U\n");
            for (var file : files().entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return ground.server().url() + "/" + name + "/master.m3u8";
    }
}
