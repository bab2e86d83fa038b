package foyer.running;

import foyer.launch.FoyerSettings;
import foyer.launch.MicroServer;
import foyer.launch.Ports;
import foyer.whole.Build;
import foyer.whole.Http;
import foyer.whole.Whole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Two nodes of one deployment, of the same store and secret, and nothing before them: who calls chooses the node.
 *
 * @param organizer somebody who plans events, on the first node; signed in once, for a mail address may be tried ten times in a minute
 */
record TwoNodes(MicroServer one, MicroServer other, Http organizer) implements AutoCloseable {
    /** As they are shipped. */
    static TwoNodes alone(FoyerSettings settings) {
        return start(settings, Build.microJar(), List.of(), List.of());
    }

    /**
     * Joined by Payara's data grid. What is shipped has it switched off before its boot, and what comes after does not
     * switch it on again: so the same application runs here in a Payara Micro of its own.
     */
    static TwoNodes inAGrid(FoyerSettings settings) {
        var onePort = Ports.free();
        var otherPort = Ports.free();
        var members = "tcpip:127.0.0.1:" + onePort + ",127.0.0.1:" + otherPort;
        return start(settings, Build.payaraMicro(), options(onePort, members), options(otherPort, members));
    }

    /** With tables of their own. A right that was taken back is asked about after two seconds and not after fifteen. */
    static FoyerSettings settings(String tablePrefix) {
        return Whole.manyCallers(Whole.settings(tablePrefix)).with("foyer.session.recheck", "2s");
    }

    /** A node as it is shipped, which may start while others do. */
    static CompletableFuture<MicroServer> starting(FoyerSettings settings) {
        return starting(settings, Build.microJar(), List.of());
    }

    Http first() {
        return Http.to(one.url());
    }

    Http second() {
        return Http.to(other.url());
    }

    @Override
    public void close() {
        one.close();
        other.close();
    }

    private static TwoNodes start(FoyerSettings settings, Path jar, List<String> ofOne, List<String> ofOther) {
        var starting = starting(settings, jar, ofOne);
        var other = starting(settings, jar, ofOther).join();
        var one = starting.join();
        var organizer = Whole.signedIn(Http.to(one.url()), Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD);
        return new TwoNodes(one, other, organizer);
    }

    private static CompletableFuture<MicroServer> starting(FoyerSettings settings, Path jar, List<String> options) {
        return CompletableFuture.supplyAsync(
                () -> MicroServer.start(jar, Ports.free(), Ports.free(), settings, Build.logs(), options));
    }

    private static List<String> options(int gridPort, String members) {
        var logging = Build.payaraCommands().resolve("logging.properties");
        var options = new ArrayList<>(List.of("--deploy", Build.mergedWar().toString(), "--contextroot", "/"));
        options.addAll(List.of("--disablephonehome", "--logproperties", logging.toString()));
        options.addAll(List.of("--prebootcommandfile", commandsWithGrid().toString()));
        options.addAll(List.of("--clustermode", members, "--interfaces", "127.0.0.1"));
        options.addAll(List.of("--startport", String.valueOf(gridPort)));
        return options;
    }

    private static Path commandsWithGrid() {
        var grid = "hazelcast-config-specific-configuration.enabled=";
        try {
            var commands = Files.readString(Build.microBootCommands()).replace(grid + "false", grid + "true");
            return Files.writeString(Build.output().resolve("boot-commands-with-grid.txt"), commands);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
