package foyer.bench;

import foyer.bench.empty.EmptyApplication;
import foyer.bench.empty.EmptyResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Writes the reference application as a WAR. */
final class EmptyWar {
    private EmptyWar() {}

    /** With the empty resource, for comparing requests. */
    static Path withResource(Path folder) {
        return write(folder.resolve("empty.war"), Map.of(), EmptyApplication.class, EmptyResource.class);
    }

    /**
     * With files alone, for comparing what is delivered.
     *
     * @param files what it gives away under {@code /given}, by name
     */
    static Path withFiles(Path folder, Map<String, byte[]> files) {
        return write(folder.resolve("given.war"), files);
    }

    /** With nothing at all, for comparing starts. */
    static Path withNothing(Path folder) {
        return write(folder.resolve("nothing.war"), Map.of());
    }

    private static Path write(Path file, Map<String, byte[]> files, Class<?>... classes) {
        try (var war = new JarOutputStream(Files.newOutputStream(file))) {
            war.putNextEntry(new JarEntry("index.html"));
            war.closeEntry();
            for (var given : files.entrySet()) {
                war.putNextEntry(new JarEntry(given.getKey()));
                war.write(given.getValue());
                war.closeEntry();
            }
            for (var type : classes) {
                var name = type.getName().replace('.', '/') + ".class";
                war.putNextEntry(new JarEntry("WEB-INF/classes/" + name));
                try (var bytes = type.getClassLoader().getResourceAsStream(name)) {
                    Objects.requireNonNull(bytes, name).transferTo(war);
                }
                war.closeEntry();
            }
            return file;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
