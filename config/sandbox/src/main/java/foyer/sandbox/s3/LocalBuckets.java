package foyer.sandbox.s3;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Starts {@link EmbeddedS3Mock} within its own class loader. */
record LocalBuckets(int port, Closeable server, Optional<ScratchFolder> scratch) implements Closeable {
    private static final String STORE = "--com.adobe.testing.s3mock.store.";

    /** In a folder that goes with the process where none is given. */
    static LocalBuckets start(List<String> buckets, Optional<Path> folder) throws IOException {
        var scratch = folder.isPresent() ? Optional.<ScratchFolder>empty() : Optional.of(ScratchFolder.make());
        var root = folder.or(() -> scratch.map(ScratchFolder::path)).orElseThrow();
        Files.createDirectories(root);
        return start(
                scratch,
                List.of(
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--http.port=0",
                        "--logging.level.root=WARN",
                        STORE + "root=" + root.toAbsolutePath(),
                        // Its own way to clear up leaves folders behind.
                        STORE + "retain-files-on-exit=true",
                        STORE + "initial-buckets=" + String.join(",", buckets)));
    }

    private static LocalBuckets start(Optional<ScratchFolder> scratch, List<String> arguments) throws IOException {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        var loader = KotlinFirst.loader();
        thread.setContextClassLoader(loader);
        try {
            var mock = loader.loadClass(EmbeddedS3Mock.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            @SuppressWarnings("unchecked")
            var starter = (ToIntFunction<List<String>>) mock;
            return new LocalBuckets(starter.applyAsInt(arguments), (Closeable) mock, scratch);
        } catch (ReflectiveOperationException missing) {
            throw new IOException("S3Mock is not on the class path", missing);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (scratch.isPresent()) {
            scratch.get().close();
        }
    }
}
