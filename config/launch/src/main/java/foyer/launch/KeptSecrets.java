package foyer.launch;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * What a local Foyer has to know again once its data is kept: with another secret it could not read its own keys and
 * letters, and its first operator stays who they were.
 *
 * @param secret {@code foyer.secret}
 * @param operatorPassword of the first operator, where none was given
 */
public record KeptSecrets(String secret, String operatorPassword) {
    private static final String FILE = "secrets.properties";
    private static final String SECRET = "foyer.secret";
    private static final String PASSWORD = "foyer.operator.password";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** New ones, for data that ends with the run. */
    public static KeptSecrets fresh() {
        return new KeptSecrets(
                Base64.getEncoder().encodeToString(random(32)),
                Base64.getUrlEncoder().encodeToString(random(12)));
    }

    /** Those of this folder, which are made there when it has none. Nobody but the file's owner may read it. */
    public static KeptSecrets in(Path folder) {
        var file = folder.resolve(FILE);
        try {
            if (Files.notExists(file)) {
                fresh().write(file);
            }
            return read(file);
        } catch (IOException refused) {
            throw new CannotLaunch("The secrets of the data folder cannot be kept in " + file, refused);
        }
    }

    private static KeptSecrets read(Path file) throws IOException {
        var kept = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        }
        return new KeptSecrets(required(kept, SECRET, file), required(kept, PASSWORD, file));
    }

    private static String required(Properties kept, String name, Path file) {
        var value = kept.getProperty(name, "");
        if (value.isEmpty()) {
            throw new CannotLaunch(name + " is missing in " + file);
        }
        return value;
    }

    /** Whole or not at all: a start that is cut short leaves none that the next one would stumble over. */
    private void write(Path file) throws IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        // Temporary files are made readable to their owner alone, on every system in its own way.
        var draft = Files.createTempFile(folder, "secrets", ".tmp");
        try (Writer writer = Files.newBufferedWriter(draft)) {
            var kept = new Properties();
            kept.setProperty(SECRET, secret);
            kept.setProperty(PASSWORD, operatorPassword);
            kept.store(writer, "Belongs to the data beside it");
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Without what it holds, which no log is to show. */
    @Override
    public String toString() {
        return "the secrets of a local Foyer";
    }
}
