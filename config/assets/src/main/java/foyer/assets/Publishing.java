package foyer.assets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Turns sources into one folder of assets that is named by its content. One name for the whole, rather than one a file,
 * keeps the relative imports between modules as they were written.
 */
public final class Publishing {
    private final Bundler bundler;

    Publishing(Bundler bundler) {
        this.bundler = bundler;
    }

    /** Arguments as {@link Order#of} reads them. */
    public static void main(String... arguments) throws IOException {
        var order = Order.of(arguments);
        try (var esbuild = Esbuild.unpacked()) {
            new Publishing(esbuild).publish(order);
        }
    }

    void publish(Order order) throws IOException {
        var draft = Files.createTempDirectory("foyer-assets");
        try {
            // One by one, for a page asks for one of them: what two entries share would be a file and a way to the
            // server more.
            for (var entry : order.entries()) {
                bundler.bundle(entry.from(), entry.form(), draft);
            }
            for (var copy : order.copies()) {
                Folder.copy(copy.from(), draft.resolve(copy.as()));
            }
            var name = ContentHash.of(draft);
            Folder.delete(order.target());
            var published = order.target().resolve(name);
            Folder.copy(draft, published);
            for (var file : Folder.files(published)) {
                Compressed.writeBeside(file);
            }
            record(name, order.record());
        } finally {
            Folder.delete(draft);
        }
    }

    // Written by hand because java.util.Properties dates what it stores, and two builds must be equal byte by byte.
    private static void record(String name, Path file) throws IOException {
        var folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, "folder=" + name + "\n");
    }
}
