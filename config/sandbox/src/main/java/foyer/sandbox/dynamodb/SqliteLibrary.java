package foyer.sandbox.dynamodb;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the native library DynamoDB Local keeps its tables with. It is an artefact of its own, so a class
 * path of jars alone does not lead there: it lies beside its jar, either in Maven's repository or in a
 * folder all dependencies were copied to.
 */
final class SqliteLibrary {
    private static final String WHERE = "sqlite4java.library.path";
    private static final List<String> ARTEFACTS = List.of(
            "libsqlite4java-linux-amd64",
            "libsqlite4java-linux-i386",
            "libsqlite4java-osx",
            "sqlite4java-win32-x64",
            "sqlite4java-win32-x86");

    private SqliteLibrary() {}

    /** Leaves a place that was set from outside as it is. */
    static void locate() throws IOException {
        if (System.getProperty(WHERE) == null) {
            jar().stream()
                    .flatMap(SqliteLibrary::folders)
                    .filter(SqliteLibrary::holdsIt)
                    .findFirst()
                    .ifPresent(folder -> System.setProperty(WHERE, folder.toString()));
        }
    }

    private static Optional<Path> jar() throws IOException {
        var inside = SqliteLibrary.class.getClassLoader().getResource("com/almworks/sqlite4java/SQLite.class");
        if (inside != null && inside.openConnection() instanceof JarURLConnection connection) {
            return Optional.of(Path.of(URI.create(connection.getJarFileURL().toString())));
        }
        return Optional.empty();
    }

    private static Stream<Path> folders(Path jar) {
        var version = jar.getName(jar.getNameCount() - 2);
        var inRepository = ARTEFACTS.stream()
                .filter(SqliteLibrary::isForThisMachine)
                .map(artefact -> jar.resolve("../../..")
                        .resolve(artefact)
                        .resolve(version)
                        .normalize());
        return Stream.concat(inRepository, Stream.of(jar.resolve("..").normalize()));
    }

    private static boolean isForThisMachine(String artefact) {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var wide = System.getProperty("os.arch", "").contains("64");
        if (system.contains("mac")) {
            return artefact.endsWith("-osx");
        }
        if (system.contains("win")) {
            return artefact.endsWith(wide ? "win32-x64" : "win32-x86");
        }
        return artefact.endsWith(wide ? "linux-amd64" : "linux-i386");
    }

    private static boolean holdsIt(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.list(folder)) {
            return files.map(Path::toString).anyMatch(SqliteLibrary::isLibrary);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isLibrary(String name) {
        return name.contains("sqlite4java-") && isNative(name);
    }

    private static boolean isNative(String name) {
        return name.endsWith(".so") || name.endsWith(".dylib") || name.endsWith(".dll");
    }
}
