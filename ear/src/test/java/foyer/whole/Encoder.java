package foyer.whole;

import foyer.launch.ChildProcess;
import foyer.launch.Machine;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An organizer's encoder: ffmpeg that sends a test picture with a tone by RTMP, as fast as it is played. */
public final class Encoder implements AutoCloseable {
    private final ChildProcess process;

    private Encoder(ChildProcess process) {
        this.process = process;
    }

    /** @param ingest where it is to send to, as the stream's {@code ingest} says */
    public static Encoder sendingTo(JsonObject ingest) {
        var address = ingest.getString("url") + "/" + ingest.getString("streamKey");
        var command = List.of(
                Machine.ffmpeg().toString(),
                "-nostdin",
                "-v",
                "error",
                "-re",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=640x360:rate=25",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:sample_rate=48000",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-tune",
                "zerolatency",
                "-pix_fmt",
                "yuv420p",
                "-g",
                "50",
                "-b:v",
                "800k",
                "-c:a",
                "aac",
                "-f",
                "flv",
                address);
        return new Encoder(ChildProcess.start("encoder-" + UUID.randomUUID(), command, Map.of(), Build.logs()));
    }

    /** Its line breaks, without a word. */
    public void kill() {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
        close();
    }

    @Override
    public void close() {
        process.close();
    }
}
