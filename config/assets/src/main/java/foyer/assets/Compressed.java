package foyer.assets;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes a file's compressed forms beside it, as small as they get: once at build time, read ten thousand times. */
final class Compressed {
    private static final int BEST_BROTLI = 11;

    private Compressed() {}

    /** Leaves {@code file.br} and {@code file.gz} beside the file, each only where it is the smaller. */
    static void writeBeside(Path file) throws IOException {
        var plain = Files.readAllBytes(file);
        keepIfSmaller(plain, brotli(plain), file.resolveSibling(file.getFileName() + ".br"));
        keepIfSmaller(plain, gzip(plain), file.resolveSibling(file.getFileName() + ".gz"));
    }

    private static void keepIfSmaller(byte[] plain, byte[] compressed, Path as) throws IOException {
        if (compressed.length < plain.length) {
            Files.write(as, compressed);
        }
    }

    private static byte[] brotli(byte[] plain) throws IOException {
        Brotli4jLoader.ensureAvailability();
        return Encoder.compress(plain, new Encoder.Parameters().setQuality(BEST_BROTLI));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var stream = new BestGzip(compressed)) {
            stream.write(plain);
        }
        return compressed.toByteArray();
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
