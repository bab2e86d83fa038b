package foyer.bench;

import foyer.launch.ChildProcess;
import foyer.launch.Machine;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * ffmpeg that sends by RTMP a picture with a clock that scripts can read: a row of boxes along its upper edge, black or white, that
 * count fifths of a second since it began, the lowest bit first.
 */
record ClockedEncoder(ChildProcess process, Instant began) implements AutoCloseable {
    static final int BITS = 12;
    static final int TICKS_A_SECOND = 5;
    /** Of each box, in a picture of 720 lines. */
    static final int BOX = 80;

    private static final int WIDTH = 1280;

    /** @param ingest where it is to send to, as the stream's {@code ingest} says */
    static ClockedEncoder sendingTo(JsonObject ingest, Path logs) {
        var boxes = IntStream.range(0, BITS)
                .mapToObj(
                        bit -> "drawbox=x=%d:y=0:w=%d:h=%d:color=white:t=fill:enable='gte(mod(floor(t*%d)\\,%d)\\,%d)'"
                                .formatted(bit * BOX, BOX, BOX, TICKS_A_SECOND, 2 << bit, 1 << bit))
                .collect(Collectors.joining(","));
        var picture = "testsrc2=size=1280x720:rate=25,drawbox=x=0:y=0:w=1280:h=%d:color=black:t=fill,%s"
                .formatted(BOX, boxes);
        var command = List.of(
                Machine.ffmpeg().toString(),
                "-nostdin",
                "-v",
                "error",
                "-re",
                "-f",
                "lavfi",
                "-i",
                picture,
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
                "3M",
                "-c:a",
                "aac",
                "-f",
                "flv",
                ingest.getString("url") + "/" + ingest.getString("streamKey"));
        var began = Clock.systemUTC().instant();
        return new ClockedEncoder(ChildProcess.start("clocked-encoder", command, Map.of(), logs), began);
    }

    /** What the clock says in the first picture of a recording, in its smallest size. */
    static Duration shownFirst(Path recording) {
        var command = List.of(
                Machine.ffmpeg().toString(),
                "-v",
                "error",
                "-i",
                recording.resolve("240p").resolve("index.m3u8").toString(),
                "-frames:v",
                "1",
                "-vf",
                "scale=%d:%d".formatted(WIDTH, BOX * 9),
                "-f",
                "rawvideo",
                "-pix_fmt",
                "gray",
                "-");
        try {
            var decoder = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var levels = decoder.getInputStream().readAllBytes();
            var ended = decoder.onExit().join().exitValue();
            if (ended != 0 || levels.length < WIDTH * BOX) {
                throw new IllegalStateException("ffmpeg found no picture in " + recording + " and ended with " + ended);
            }
            var ticks = IntStream.range(0, BITS)
                    .filter(bit -> (levels[BOX / 2 * WIDTH + bit * BOX + BOX / 2] & 0xff) > 128)
                    .mapToLong(bit -> 1L << bit)
                    .sum();
            return Duration.ofMillis(ticks * 1_000 / TICKS_A_SECOND);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Its line breaks, without a word. */
    void kill() {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
        close();
    }

    @Override
    public void close() {
        process.close();
    }
}
