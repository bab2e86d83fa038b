package foyer.sandbox;

import foyer.sandbox.http.Routes;
import foyer.sandbox.http.Site;
import java.io.IOException;
import java.net.BindException;
import java.time.Clock;

/** Starts all stand-ins in one process and runs until that is told to end. */
public final class Sandbox {
    private static final int FAILED = 1;
    private static final int REFUSED = 2;
    private static final int ATTEMPTS = 5;

    private Sandbox() {}

    /** Ready when one line of JSON is on standard output; all else is said on standard error. */
    public static void main(String[] arguments) {
        var answers = System.out;
        // The servers inside print to standard output as they please.
        System.setOut(System.err);
        QuietLogs.set();
        try {
            answers.println(start(Settings.from(System.getProperties())).line());
            answers.flush();
        } catch (IllegalArgumentException wrongSetting) {
            end(REFUSED, String.valueOf(wrongSetting.getMessage()));
        } catch (IOException | RuntimeException | InterruptedException failed) {
            end(FAILED, "did not start: " + failed);
        }
    }

    private static Ready start(Settings settings) throws IOException, InterruptedException {
        settings.parent().ifPresent(parent -> ParentWatch.endWith(parent, () -> System.exit(0)));
        var routes = new Routes();
        // Taken before anything slow, so that an occupied port is told at once; it answers when all is there.
        var site = onPort(settings.port(), Settings.PORT, () -> Site.on(settings.port(), routes));
        var url = Ready.url(site.port());
        var parts =
                onPort(settings.smtpPort(), Settings.SMTP_PORT, () -> Parts.start(settings, url, Clock.systemUTC()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(site, parts), "end of the sandbox"));
        var ready = Ready.at(site.port(), parts.smtpPort());
        var health = parts.health();
        parts.addTo(routes);
        routes.on("GET", "/health", asked -> health.answer());
        routes.on("GET", "/", asked -> HomePage.of(ready));
        site.start();
        awaitAnswers(health);
        return ready;
    }

    /** On a busy machine the first question to a part can time out. */
    private static void awaitAnswers(Health health) throws InterruptedException {
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (health.answer().status() == 200) {
                return;
            }
        }
        throw new IllegalStateException("not all parts answer");
    }

    private static void close(Site site, Parts parts) {
        try (parts;
                site) {
            System.err.println("sandbox: ends");
        }
    }

    /** Opens something that listens on a port. */
    @FunctionalInterface
    private interface Opening<T> {
        T open() throws IOException;
    }

    private static <T> T onPort(int port, String setting, Opening<T> opening) throws IOException {
        try {
            return opening.open();
        } catch (BindException occupied) {
            throw new IllegalArgumentException(
                    "port " + port + " is occupied; choose another with -D" + setting, occupied);
        }
    }

    private static void end(int code, String why) {
        System.err.println("sandbox: " + why);
        System.exit(code);
    }
}
