package foyer.sandbox.s3;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Starts {@link EmbeddedS3Mock} within its own class loader. */
record LocalBuckets(int port, Closeable server) implements Closeable {
    private static final String STORE = "--com.adobe.testing.s3mock.store.";

    /** In a folder that goes with the process where none is given. */
    static LocalBuckets start(List<String> buckets, Optional<Path> folder) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--http.port=0",
                "--logging.level.root=WARN",
                STORE + "initial-buckets=" + String.join(",", buckets)));
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
            arguments.add(STORE + "root=" + folder.get().toAbsolutePath());
            arguments.add(STORE + "retain-files-on-exit=true");
        }
        return start(arguments);
    }

    private static LocalBuckets start(List<String> arguments) throws IOException {
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
            return new LocalBuckets(starter.applyAsInt(arguments), (Closeable) mock);
        } catch (ReflectiveOperationException missing) {
            throw new IOException("S3Mock is not on the class path", missing);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
