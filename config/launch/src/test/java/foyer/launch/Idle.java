package foyer.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A program that leaves a file where temporary ones are, and then does nothing for ever. */
final class Idle {
    private static final String CLASS = Idle.class.getName().replace('.', '/') + ".class";

    private Idle() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "unpacked"));
        Files.writeString(folder.resolve("left"), "much");
        Thread.currentThread().setName("idle for ever");
        System.out.println("idle now");
        new CountDownLatch(1).await();
    }

    /** Itself, as a jar to be started. */
    static Path jar(Path folder) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Idle.class.getName());
        var jar = folder.resolve("idle.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var bytes = Objects.requireNonNull(Idle.class.getResourceAsStream("/" + CLASS))) {
            out.putNextEntry(new JarEntry(CLASS));
            bytes.transferTo(out);
        }
        return jar;
    }

    /** Started like a server of ours, and up. */
    static MicroServer started(Path folder) throws IOException {
        var server = MicroServer.launch(
                jar(folder), Ports.free(), Ports.free(), new FoyerSettings(Map.of(), Map.of()), folder, List.of());
        Await.until(Duration.ofMinutes(2), () -> server.process().output().contains("idle now"));
        return server;
    }
}
