package foyer.sandbox.s3;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** A folder for as long as this process lives. What a killed process could not clear away, the next one does. */
record ScratchFolder(Path path) implements Closeable {
    private static final String PREFIX = "foyer-sandbox-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-\\d+");

    static ScratchFolder make() throws IOException {
        var path = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
        for (var left : siblings(path)) {
            if (isOfTheDead(left)) {
                clearAway(left);
            }
        }
        return new ScratchFolder(path);
    }

    private static void clearAway(Path left) {
        try {
            new ScratchFolder(left).close();
        } catch (IOException | UncheckedIOException busy) {
            // Another sandbox is starting too, and clears away the same, or the folder is somebody else's.
        }
    }

    private static List<Path> siblings(Path path) throws IOException {
        try (var all = Files.list(path.resolve("..").normalize())) {
            return all.toList();
        }
    }

    private static boolean isOfTheDead(Path folder) {
        var name = NAME.matcher(folder.getName(folder.getNameCount() - 1).toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    @Override
    public void close() throws IOException {
        try (var all = Files.walk(path)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
