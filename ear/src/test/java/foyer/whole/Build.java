package foyer.whole;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Collectors;

/** Where the build put what is tested. */
public final class Build {
    private Build() {}

    /** Of all entries of what is packed, whenever it is packed; in UTC, without saying so. */
    public static LocalDateTime date() {
        return OffsetDateTime.parse(property("foyer.test.date"))
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toLocalDateTime();
    }

    /** The root of the source tree. */
    public static Path project() {
        return named("foyer.test.project");
    }

    public static Path ear() {
        return named("foyer.test.ear");
    }

    public static Path microJar() {
        return named("foyer.test.micro").resolve("foyer-micro.jar");
    }

    /** Both web applications in one, as {@code foyer-micro.jar} has them in it. */
    public static Path mergedWar() {
        return named("foyer.test.micro").resolve("foyer.war");
    }

    /** The libraries of others, for an application that has none in it, as Payara Micro's {@code --addlibs} takes them. */
    public static String librariesOfOthers() {
        try (var jars = Files.list(named("foyer.test.micro").resolve("lib"))) {
            return jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public static Path payaraMicro() {
        return named("foyer.test.micro").resolve("payara/payara-micro.jar");
    }

    /** What the domain of {@code foyer-micro.jar} says, as Payara Micro's commands before its boot. */
    public static Path microBootCommands() {
        return named("foyer.test.micro").resolve("payara/boot-commands.txt");
    }

    public static Path payaraServer() {
        return named("foyer.test.payara");
    }

    public static Path payaraCommands() {
        return named("foyer.test.payara-commands");
    }

    public static Path sandbox() {
        return named("foyer.test.sandbox");
    }

    /** What the run command is told of the build. */
    public static Path demo() {
        return named("foyer.test.demo");
    }

    /** The words every newcomer reads first. */
    public static Path readme() {
        return named("foyer.test.project").resolve("README.md");
    }

    /** The libraries that partners' pages may drive a player with, by npm's names. */
    public static Path partnerLibraries() {
        return named("foyer.test.project").resolve("ear/src/test/partner-libraries");
    }

    /** Readers of playlists that have no part in writing ours, by npm's names. */
    public static Path playlistParsers() {
        return named("foyer.test.project").resolve("ear/src/test/playlist-parsers");
    }

    /** A partner's page in TypeScript, and the compiler that is to take it, by npm's name. */
    public static Path pageTypes() {
        return named("foyer.test.project").resolve("ear/src/test/page-types");
    }

    /** What the lint of the API's description is told. */
    public static Path spectral() {
        return named("foyer.test.project").resolve("ear/src/test/spectral");
    }

    /** The API's description as it was written. */
    public static Path openApi() {
        return named("foyer.test.project").resolve("web/src/main/webapp/META-INF/openapi.yaml");
    }

    /** Where tests leave what people may want to look at afterwards. */
    public static Path output() {
        return named("foyer.test.output");
    }

    /** What our processes say, apart from those that tests of another JVM start at the same time. */
    public static Path logs() {
        return output().resolve("logs").resolve(System.getProperty("foyer.test.fork", "fork-1"));
    }

    /** The jar this class came from, to be taken into a container. */
    public static Path jarOf(Class<?> inside) {
        try {
            return Path.of(
                    inside.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException noFile) {
            throw new IllegalStateException(inside + " came from no file", noFile);
        }
    }

    private static Path named(String property) {
        return Path.of(property(property)).normalize();
    }

    private static String property(String name) {
        return Objects.requireNonNull(
                System.getProperty(name), () -> name + " is set by the build: run this with mvn verify");
    }
}
