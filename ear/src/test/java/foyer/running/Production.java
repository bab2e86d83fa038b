package foyer.running;

import foyer.launch.Server;
import foyer.whole.Http;
import foyer.whole.Once;
import foyer.whole.Whole;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A node as it is run in earnest: the production stage, the usual limits, a load balancer before it that is believed. Its
 * store is the sandbox's, with time-outs short enough to be met by a test.
 */
final class Production {
    /** Where the organiser's own tools are served from. */
    static final String OPERATORS_PAGES = "https://studio.example";

    /** Half of the time for which a token is good. */
    private static final Duration YOUNG = Duration.ofMinutes(5);

    private static final Once<Server> SERVER = new Once<>(Production::start);

    private static @Nullable Http admin;
    private static long since;

    private Production() {}

    static Server server() {
        return SERVER.get();
    }

    /** Somebody at this address, as the load balancer tells of them. */
    static Http from(String address) {
        return Http.to(server().url()).with("X-Forwarded-Proto", "https").with("X-Forwarded-For", address);
    }

    /**
     * The admin, who plans events too, calling from there. All tests together sign in no oftener than a mail address may be tried, ten
     * times in a minute.
     */
    static synchronized Http organizer(String address) {
        var known = admin;
        if (known == null || System.nanoTime() - since > YOUNG.toNanos()) {
            known = Whole.signedIn(from(address), Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD);
            admin = known;
            since = System.nanoTime();
        }
        return known.with("X-Forwarded-For", address);
    }

    private static Server start() {
        var settings = Whole.settings("production-")
                .with("foyer.stage", "production")
                .with("foyer.letters.site", "https://video.example")
                .with("foyer.http.trusted-proxies", "127.0.0.0/8")
                .with("foyer.cors.operator-origins", OPERATORS_PAGES)
                .with("foyer.store.concurrency", "8")
                .with("foyer.store.attempt-timeout", "1s")
                .with("foyer.store.call-timeout", "3s");
        return Whole.another(settings);
    }
}
