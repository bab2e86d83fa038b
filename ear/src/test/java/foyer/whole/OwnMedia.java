package foyer.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Pictures that the servers of these tests deliver themselves, from one folder. */
public final class OwnMedia {
    private static final String DEMO = "config/sandbox/src/main/resources/foyer/sandbox/origin/demo";

    private OwnMedia() {}

    /** Below it lies what is delivered: a folder for each event. */
    public static Path folder() {
        try {
            return Files.createDirectories(Build.logs().resolve("media").toAbsolutePath());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Puts the demo's recording there for one event; answers its manifest's plain address. */
    public static String recordingOn(String server) {
        var name = UUID.randomUUID().toString();
        copy(Build.project().resolve(DEMO), folder().resolve(name));
        return server + "/" + name + "/master.m3u8";
    }

    /** What lies there under a plain address. */
    public static byte[] bytesOf(String server, String address) {
        try {
            return Files.readAllBytes(folder().resolve(address.substring(server.length() + 1)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
