package foyer.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The commands of {@code config/payara} as Payara Server takes them. */
final class BootCommands {
    private static final String PROTOCOL = "configs.config.server-config.network-config.protocols.protocol.";

    private BootCommands() {}

    static String before(Path commands) {
        return read(commands.resolve("boot-commands.txt"))
                .replace("${http}", PROTOCOL + "http-listener-1")
                .replace("${https}", PROTOCOL + "http-listener-2");
    }

    static String after(Path commands, Path ear) {
        return read(commands.resolve("server-commands.txt")) + "\ndeploy --name foyer " + ear.toAbsolutePath() + "\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new CannotLaunch("The boot commands cannot be read: " + file, unreadable);
        }
    }
}
