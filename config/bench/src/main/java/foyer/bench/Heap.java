package foyer.bench;

import foyer.launch.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a Java process keeps on its heap, after a full collection. */
final class Heap {
    private Heap() {}

    /** In bytes, by {@code jcmd GC.class_histogram}, which collects first and counts what is left. */
    static long kept(ChildProcess process) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            var histogram = new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            var text = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var total = text.lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No histogram: " + text));
            return Long.parseLong(total.split("\\s+", -1)[2]);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
