package foyer.media.local;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ffmpeg on this machine. As root on Debian or Ubuntu it is installed, as Chromium is for the tests of the whole;
 * elsewhere the test fails with one line that says what to install.
 */
final class Ffmpeg {
    private Ffmpeg() {}

    /** Runs it with these arguments, for files that tests are about. */
    static void run(Path folder, String... arguments) {
        ask(folder, "ffmpeg", arguments);
    }

    /** What ffprobe says. */
    static String probe(Path folder, String... arguments) {
        return ask(folder, "ffprobe", arguments);
    }

    static void ensureInstalled() {
        if (isInstalled()) {
            return;
        }
        // One process at a time, by the same file as the tests of the whole: the package manager makes none of them
        // wait.
        var turn = Path.of(System.getProperty("java.io.tmpdir"), "foyer-installs.lock");
        try (var file = FileChannel.open(turn, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var ours = file.lock()) {
            if (ours.isValid() && !isInstalled() && "root".equals(System.getProperty("user.name"))) {
                start(Path.of("/"), List.of("apt-get", "update", "-qq"));
                start(Path.of("/"), List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends", "ffmpeg"));
            }
        } catch (IOException refused) {
            throw new AssertionError("Could not install ffmpeg", refused);
        }
        if (!isInstalled()) {
            throw new AssertionError(
                    "ffmpeg is needed and not on the PATH. Install it, on Debian and Ubuntu with: sudo apt-get install ffmpeg");
        }
    }

    private static boolean isInstalled() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "ffmpeg"))
                .anyMatch(Files::isExecutable);
    }

    private static String ask(Path folder, String program, String... arguments) {
        ensureInstalled();
        var command = new ArrayList<>(List.of(program, "-v", "error"));
        command.addAll(List.of(arguments));
        return start(folder, command);
    }

    private static String start(Path folder, List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(command + " failed: " + said);
            }
            return said;
        } catch (IOException missing) {
            throw new AssertionError(command.get(0) + " cannot be run", missing);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new AssertionError(hurried);
        }
    }

    /** When the first picture of a rendition is to be seen, in seconds of its own clock, as ffprobe reads it. */
    static double firstPicture(Path rendition) throws IOException {
        var first = rendition.resolve("first.mp4");
        try (var file = Files.newOutputStream(first)) {
            Files.copy(rendition.resolve("init.mp4"), file);
            Files.copy(rendition.resolve("00000.m4s"), file);
        }
        var said = probe(rendition, "-show_entries", "packet=pts_time", "-of", "csv=p=0", "first.mp4");
        return Double.parseDouble(said.lines().findFirst().orElseThrow().replaceAll("[^0-9.]", ""));
    }
}
