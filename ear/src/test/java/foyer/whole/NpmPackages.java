package foyer.whole;

import foyer.launch.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What only npm's registry has, for tests alone: packages as a lock file names them, out of npm's cache where they are there. */
public final class NpmPackages {
    private static final List<String> NAMED_BY = List.of("package.json", "package-lock.json", ".npmrc");

    private NpmPackages() {}

    /**
     * Installs them among the build's output, once, whoever asks for it at the same time.
     *
     * @param source the folder with {@code package.json} and its lock file
     * @return the folder that has {@code node_modules}
     */
    public static synchronized Path installed(Path source) {
        try {
            // Beside each other two processes would empty each other's folder.
            var folder = Files.createDirectories(Build.output()
                    .resolve(source.getFileName() + "-" + System.getProperty("foyer.test.fork", "fork-1")));
            for (var file : NAMED_BY) {
                Files.copy(source.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            if (!Files.isDirectory(folder.resolve("node_modules"))) {
                run(folder, Machine.npm().toString(), "ci", "--prefer-offline", "--no-audit", "--no-fund");
            }
            return folder;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Runs a program there and fails, with what it said, unless it ends well; answers what it said. */
    public static String run(Path folder, String... command) {
        try {
            var log = folder.resolve("log.txt");
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var status = process.waitFor();
            var said = Files.readString(log);
            if (status != 0) {
                throw new AssertionError(String.join(" ", command) + " ended with " + status + ":\n" + said);
            }
            return said;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted during " + String.join(" ", command), hurried);
        }
    }
}
