package foyer.assets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** Bundles with esbuild, a native program that Maven fetches for the platform of the build. */
final class Esbuild implements Bundler, AutoCloseable {
    /** Names a program to use instead, on a platform for which Maven has none. */
    static final String PROGRAM = "foyer.assets.esbuild";

    private final Path program;
    private final boolean ours;

    private Esbuild(Path program, boolean ours) {
        this.program = program;
        this.ours = ours;
    }

    static Esbuild unpacked() throws IOException {
        var named = System.getProperty(PROGRAM, "");
        if (!named.isEmpty()) {
            return new Esbuild(Path.of(named), false);
        }
        var program = Files.createTempFile("esbuild", windows() ? ".exe" : "");
        try (var packed = packed()) {
            Files.copy(packed, program, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("Cannot make esbuild executable: " + program);
        }
        return new Esbuild(program, true);
    }

    @Override
    public void bundle(Path entry, Form form, Path into) throws IOException {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.add(entry.toString());
        command.addAll(
                switch (form) {
                    case MODULE -> List.of("--splitting", "--format=esm");
                    case SCRIPT -> List.of("--format=iife");
                });
        command.addAll(List.of(
                "--bundle",
                "--target=es2022,safari16",
                "--minify",
                "--charset=utf8",
                "--legal-comments=none",
                "--entry-names=[name]",
                "--chunk-names=[name]-[hash]",
                "--log-level=warning",
                "--outdir=" + into));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!said.isBlank() || finished(process) != 0) {
            throw new IOException("esbuild is not content:\n" + said);
        }
    }

    @Override
    public void close() throws IOException {
        if (ours) {
            Files.delete(program);
        }
    }

    private static int finished(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while bundling", interrupted);
        }
    }

    private static InputStream packed() throws IOException {
        var platform = (windows() ? "win32" : mac() ? "darwin" : "linux") + "-" + (arm() ? "arm64" : "x64");
        var program = windows() ? "esbuild.exe" : "bin/esbuild";
        var packed = Esbuild.class.getResourceAsStream(
                "/META-INF/resources/_static/" + platform + "/" + version() + "/" + program);
        if (packed == null) {
            throw new IOException("No esbuild for " + platform + " came with the build; name one with -D" + PROGRAM);
        }
        return packed;
    }

    private static String version() throws IOException {
        var properties = new Properties();
        try (var stream = Esbuild.class.getResourceAsStream("esbuild.properties")) {
            properties.load(Objects.requireNonNull(stream));
        }
        return properties.getProperty("version", "");
    }

    private static boolean windows() {
        return system().startsWith("windows");
    }

    private static boolean mac() {
        return system().startsWith("mac");
    }

    private static String system() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }

    private static boolean arm() {
        return System.getProperty("os.arch", "").equals("aarch64");
    }
}
