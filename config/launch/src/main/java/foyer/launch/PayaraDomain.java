package foyer.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A domain of Payara Server's of its own, on free ports: a copy of the one in the distribution, which is several seconds
 * faster than to have one made.
 */
record PayaraDomain(Path domains, int port, int securePort) {
    static final String NAME = "foyer";

    // Of listeners, of the messaging service and of the console of its module system.
    private static final Pattern PORT =
            Pattern.compile("(?<=[ .-]port=\"?|\"JMS_PROVIDER_PORT\" value=\")[0-9]{4}(?=[\"<])");

    // As config/payara/server-commands.txt tells operators to do.
    private static final String OPTIONS = """
            <jvm-options>-Dfish.payara.shutdowngrace=3000</jvm-options>
            <jvm-options>-Dproduct.name=</jvm-options>
            """;

    /** @param payara the unpacked distribution */
    static PayaraDomain make(Path payara, Path domains) {
        try {
            var domain = new PayaraDomain(domains, Ports.free(), Ports.free());
            var folder = domain.folder();
            Folders.delete(folder);
            Folders.copy(payara.resolve("glassfish/domains/domain1"), folder);
            var file = folder.resolve("config/domain.xml");
            Files.writeString(file, domain.onFreePorts(withOptions(Files.readString(file))));
            return domain;
        } catch (IOException refused) {
            throw new CannotLaunch("No domain of Payara Server could be made below " + domains, refused);
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    private Path folder() {
        return domains.resolve(NAME);
    }

    /** A file of ours in the domain's configuration. */
    Path write(String name, String text) {
        try {
            return Files.writeString(folder().resolve("config").resolve(name), text);
        } catch (IOException refused) {
            throw new CannotLaunch("Could not write " + name + " into " + folder(), refused);
        }
    }

    private static String withOptions(String configuration) {
        var last = configuration.indexOf("</java-config>");
        return configuration.substring(0, last) + OPTIONS + configuration.substring(last);
    }

    private String onFreePorts(String configuration) {
        return PORT.matcher(configuration)
                .replaceAll(found -> String.valueOf(
                        switch (found.group()) {
                            case "8080" -> port;
                            case "8181" -> securePort;
                            default -> Ports.free();
                        }));
    }
}
