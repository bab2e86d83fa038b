package foyer.whole;

import foyer.launch.Machine;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A video as an organizer has it. */
public final class Filmed {
    private Filmed() {}

    /**
     * A test picture with a tone.
     *
     * @param folder where it is made
     */
    public static byte[] anMp4(Path folder, int seconds) {
        return anMp4(folder, seconds, "320x240");
    }

    /** @param size as {@code 640x360} */
    public static byte[] anMp4(Path folder, int seconds, String size) {
        var file = folder.resolve("video.mp4");
        var command = new ArrayList<>(List.of(Machine.ffmpeg().toString(), "-v", "error", "-y"));
        command.addAll(List.of("-f", "lavfi", "-i", "testsrc2=size=" + size + ":rate=25:duration=" + seconds));
        command.addAll(List.of("-f", "lavfi", "-i", "sine=frequency=440:duration=" + seconds));
        command.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac"));
        command.add(file.toString());
        try {
            var ended = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
            if (ended != 0) {
                throw new AssertionError("ffmpeg could not make a test picture");
            }
            return Files.readAllBytes(file);
        } catch (IOException failing) {
            throw new UncheckedIOException(failing);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new AssertionError(hurried);
        }
    }
}
