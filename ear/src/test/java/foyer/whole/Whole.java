package foyer.whole;

import foyer.launch.FoyerSettings;
import foyer.launch.MicroServer;
import foyer.launch.PayaraServer;
import foyer.launch.Ports;
import foyer.launch.SandboxProcess;
import foyer.launch.Server;
import java.time.Duration;
import java.util.Optional;

/**
 * The running system that all tests of a JVM share: one sandbox and one server of each packaging, started when first
 * asked for, ended with the JVM. Tests bring their own data and leave the rest alone.
 */
public final class Whole {
    public static final String ADMIN_EMAIL = "admin@foyer.example";
    public static final String ADMIN_PASSWORD = "a-password-for-the-tests-of-the-whole";

    /** Few, so that a test can fill it; enough for a dozen callers beside whatever timers ask at the same moment. */
    static final int STORE_CALLS_AT_ONCE = 24;

    /** So little that the relay, which has some seconds for each answer, can use it up. */
    static final Duration POST_OFFICE_PATIENCE = Duration.ofSeconds(12);

    /** Over when the letters that found the post office closed are brought again, five seconds later. */
    private static final Duration POST_OFFICE_IN_PEACE = Duration.ofSeconds(3);

    private static final String POST_COUNTER = "foyer.mail.PostCounter/send/";

    private static final String JVM_OPTIONS = "JDK_JAVA_OPTIONS";
    private static final String SECOND_COMPILER_SELDOM =
            " -XX:Tier4InvocationThreshold=200000 -XX:Tier4MinInvocationThreshold=100000"
                    + " -XX:Tier4CompileThreshold=400000 -XX:Tier4BackEdgeThreshold=1000000";

    private static final Once<SandboxProcess> SANDBOX =
            new Once<>(() -> SandboxProcess.start(Build.sandbox(), 0, Optional.empty(), Build.logs()));
    private static final Once<Whole> MICRO = new Once<>(Whole::startMicro);
    private static final Once<Whole> SERVER = new Once<>(Whole::startServer);

    private final Server server;
    private final FoyerSettings settings;
    private final Operators operators;

    private Whole(Server server, FoyerSettings settings) {
        this.server = server;
        this.settings = settings;
        this.operators = new Operators(Http.to(server.url()));
    }

    /** The one most tests run on. */
    public static Whole onMicro() {
        return MICRO.get();
    }

    public static Whole on(Packaging packaging) {
        return switch (packaging) {
            case MICRO -> MICRO.get();
            case SERVER -> SERVER.get();
        };
    }

    /** The stand-ins for everything outside, shared by both packagings; their data is kept apart. */
    public static SandboxProcess sandbox() {
        return SANDBOX.get();
    }

    /** What a server started by a test itself is told, with tables of its own. */
    public static FoyerSettings settings(String tablePrefix) {
        return FoyerSettings.local(sandbox(), ADMIN_EMAIL, ADMIN_PASSWORD)
                .with("foyer.store.prefix", tablePrefix)
                .with("foyer.media.directory", OwnMedia.folder().toString())
                .with("foyer.media.rtmp-bind", "127.0.0.1")
                .with("foyer.media.rtmp-port", "0");
    }

    /** One more on Payara Micro, told so; whoever asks for it ends it. */
    public static MicroServer another(FoyerSettings settings) {
        return MicroServer.start(Build.microJar(), Ports.free(), Ports.free(), settings, Build.logs());
    }

    /** Without a slash at the end. */
    public String url() {
        return server.url();
    }

    /** The same over TLS, with a certificate that {@link Http} accepts. */
    public String secureUrl() {
        return server.secureUrl();
    }

    public Server server() {
        return server;
    }

    /** What the payment provider's notices are signed with here. */
    public String noticesSecret() {
        return settings.noticesSecret();
    }

    /** Nobody in particular. */
    public Http http() {
        return Http.to(url());
    }

    public Http overTls() {
        return Http.to(secureUrl());
    }

    /** The header's value: {@code Bearer …} of an operator with this role. */
    public String bearer(String role) {
        return "Bearer " + operators.token(role);
    }

    /** An operator of another server, signed in there. */
    public static Http signedIn(Http server, String email, String password) {
        return server.with("Authorization", "Bearer " + Operators.login(server, email, password));
    }

    /** Calls that carry the token of an operator with this role: admin, organizer or analyst. */
    public Http as(String role) {
        return http().with("Authorization", bearer(role));
    }

    private static Whole startMicro() {
        var settings = longLived(sharedSettings("micro-"));
        return told(another(settings), settings);
    }

    private static Whole startServer() {
        var settings = sharedSettings("server-");
        return told(
                PayaraServer.start(Build.payaraServer(), Build.payaraCommands(), Build.ear(), settings, Build.logs()),
                settings);
    }

    /**
     * For a server that lives for many minutes where all others are told to be up soon: its JVM's second compiler takes what has run a
     * hundred thousand times, such as the loops of a password's hash, and nothing else. A start costs some seconds of CPU more by it, a
     * hash a fifth. What else the environment says of the JVM stays.
     */
    private static FoyerSettings longLived(FoyerSettings settings) {
        var options = System.getenv().getOrDefault(JVM_OPTIONS, "").replace("-XX:TieredStopAtLevel=1", "");
        return settings.withSecret(JVM_OPTIONS, (options + SECOND_COMPILER_SELDOM).strip());
    }

    private static Whole told(Server server, FoyerSettings settings) {
        sandbox().tellOfPayments(server.url(), settings);
        return new Whole(server, settings);
    }

    private static FoyerSettings sharedSettings(String tablePrefix) {
        return manyCallers(settings(tablePrefix))
                .with("foyer.store.concurrency", String.valueOf(STORE_CALLS_AT_ONCE))
                .with(POST_COUNTER + "Timeout/value", String.valueOf(POST_OFFICE_PATIENCE.toSeconds()))
                .with(POST_COUNTER + "CircuitBreaker/delay", String.valueOf(POST_OFFICE_IN_PEACE.toMillis()));
    }

    /**
     * With limits that are not felt: one address sends all of a test's calls, and screens report without a pause. What the
     * limits do is tried on a server that keeps the usual ones.
     */
    public static FoyerSettings manyCallers(FoyerSettings settings) {
        return settings.with("foyer.limits.address.burst", "1000000")
                .with("foyer.limits.operator.burst", "1000000")
                .with("foyer.limits.login-address.burst", "1000000")
                .with("foyer.limits.session.burst", "1000000");
    }
}
