package foyer.launch;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the programs that tests need beside Java, and installs them where it may: as root on a machine with Debian's
 * package manager. Elsewhere it names what is missing in one line.
 */
public final class Machine {
    private static final List<Path> LIBRARIES = List.of(Path.of("/usr/lib"), Path.of("/usr/local/lib"));

    private Machine() {}

    /** The Chromium (or Chrome) on this machine, to be driven headless. */
    public static Path chromium() {
        return program("chromium", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    }

    /** ffmpeg on this machine, which brings ffprobe. */
    public static Path ffmpeg() {
        return program("ffmpeg", "ffmpeg");
    }

    /** npm on this machine, for the few tools that only its registry has. */
    public static Path npm() {
        return program("npm", "npm");
    }

    /** The library that shows a program another time than this machine's, loaded before its own. */
    public static Path faketime() {
        program("faketime", "faketime");
        return LIBRARIES.stream()
                .flatMap(Machine::inEachFolder)
                .map(folder -> folder.resolve("faketime").resolve("libfaketimeMT.so.1"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new CannotLaunch("faketime is installed without its library, libfaketimeMT.so.1."));
    }

    private static Stream<Path> inEachFolder(Path of) {
        try (var folders = Files.list(of)) {
            return Stream.concat(Stream.of(of), folders.toList().stream());
        } catch (IOException none) {
            return Stream.empty();
        }
    }

    private static Path program(String debianPackage, String... names) {
        return find(names)
                .or(() -> installed(debianPackage, names))
                .orElseThrow(() -> new CannotLaunch(
                        "%s is needed and not on the PATH. Install it, on Debian and Ubuntu with: sudo apt-get install %s"
                                .formatted(names[0], debianPackage)));
    }

    private static Optional<Path> find(String... names) {
        var folders = System.getenv().getOrDefault("PATH", "").split(":");
        return Stream.of(names)
                .flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** One process at a time: tests may run in several, and Debian's package manager makes none of them wait. */
    private static Optional<Path> installed(String debianPackage, String... names) {
        if (!"root".equals(System.getProperty("user.name")) || find("apt-get").isEmpty()) {
            return Optional.empty();
        }
        var turn = Path.of(System.getProperty("java.io.tmpdir"), "foyer-installs.lock");
        try (var file = FileChannel.open(turn, CREATE, WRITE);
                var ours = file.lock()) {
            if (ours.isValid() && find(names).isEmpty()) {
                run(List.of("apt-get", "update", "-qq"));
                run(List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends", debianPackage));
            }
        } catch (IOException refused) {
            throw new CannotLaunch("Could not wait for others that install programs.", refused);
        }
        return find(names);
    }

    private static void run(List<String> command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            var process = builder.start();
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            process.waitFor();
        } catch (IOException refused) {
            throw new CannotLaunch("Could not run " + String.join(" ", command), refused);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
