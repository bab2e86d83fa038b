package foyer.media.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A stand-in for AWS on one port: each request is verified by its signature, which names the service too, and answered by that service's own
 * stand-in. Faults are struck before or after the service has done its work.
 */
final class AwsCloud implements AutoCloseable {
    private static final long LONGEST_SILENCE = 60;
    // What only reads leaves nothing behind, whoever dies over it.
    private static final Pattern READING = Pattern.compile(":(Describe|Get|Head|List)");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, AwsService> services = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> throttles = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> losses = new ConcurrentHashMap<>();
    private final Map<String, Runnable> befores = new ConcurrentHashMap<>();
    private final Map<String, AwsRefusal> refusals = new ConcurrentHashMap<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, AtomicInteger> silences = new ConcurrentHashMap<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean everyOther;
    private volatile int callsLeft = Integer.MAX_VALUE;
    final NodeLife node = new NodeLife();

    private AwsCloud(HttpServer server) {
        this.server = server;
    }

    static AwsCloud open() {
        try {
            // Read once, before the first server: or else the body of an answer waits for its head to be acknowledged.
            System.setProperty("sun.net.httpserver.nodelay", "true");
            System.setProperty("aws.accessKeyId", SignatureCheck.KEY);
            System.setProperty("aws.secretAccessKey", SignatureCheck.SECRET);
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var cloud = new AwsCloud(server);
            server.setExecutor(cloud.threads);
            server.createContext("/", cloud::handle);
            server.start();
            return cloud;
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    AwsCloud with(String signingName, AwsService service) {
        services.put(signingName, service);
        return this;
    }

    URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The next so many calls of an operation come too fast. */
    void throttle(String operation, int times) {
        throttles.put(operation, new AtomicInteger(times));
    }

    /** Operations that were to be throttled, and of which no call came. */
    List<String> throttlesLeft() {
        return throttles.entrySet().stream()
                .filter(each -> each.getValue().get() > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The next so many calls of an operation are done, and their answers lost. */
    void lose(String operation, int times) {
        losses.put(operation, new AtomicInteger(times));
    }

    /** From now on all calls of an operation are answered so. */
    void refuse(String operation, AwsRefusal refusal) {
        refusals.put(operation, refusal);
    }

    /** From now on every call comes too fast when it is made first, and gets through when it is repeated. */
    void throttleEveryCallOnce() {
        everyOther = true;
    }

    /** The next so many calls of an operation are taken, and nothing is ever said of them. */
    void beSilent(String operation, int times) {
        silences.put(operation, new AtomicInteger(times));
    }

    /** Something happens just before the next call of an operation. */
    void before(String operation, Runnable happening) {
        befores.put(operation, happening);
    }

    /** After so many more calls nothing gets through any more, as if who calls had died. */
    void dieAfter(int more) {
        callsLeft = more;
    }

    void comeBack() {
        callsLeft = Integer.MAX_VALUE;
    }

    /** All operations that were asked for, in the order in which they came. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = AwsRequest.of(exchange);
            if (isDead() || node.isOver()) {
                return;
            }
            var service = new AwsService[1];
            try {
                var signedFor = signedFor(request);
                var found = services.get(signedFor);
                if (found == null) {
                    throw new AwsRefusal(403, "AccessDenied", "Nobody stands in for " + signedFor);
                }
                service[0] = found;
                var operation = found.operation(request);
                calls.add(operation);
                Optional.ofNullable(befores.remove(operation)).ifPresent(Runnable::run);
                var refused = refusals.get(operation);
                if (refused != null) {
                    throw refused;
                }
                if (struck(throttles, operation) || comesFirst()) {
                    throw AwsRefusal.throttled();
                }
                if (struck(silences, operation)) {
                    hold();
                    return;
                }
                var answer = found.answer(request);
                var isHeard = READING.matcher(operation).find() || node.outlives();
                if (!struck(losses, operation) && isHeard) {
                    send(exchange, answer);
                }
            } catch (AwsRefusal refusal) {
                send(exchange, service[0] == null ? refusal.inXml() : service[0].refused(refusal));
            } catch (RuntimeException mistake) {
                mistake.printStackTrace();
                send(exchange, new AwsRefusal(400, "StandInBroken", String.valueOf(mistake)).inJson());
            }
        }
    }

    private static String signedFor(AwsRequest request) {
        if (request.header("authorization").orElse("").startsWith("AWS4-ECDSA-P256-SHA256")) {
            KeyValueStandIn.prove(request);
            return KeyValueStandIn.SERVICE;
        }
        return SignatureCheck.proven(request, Clock.systemUTC().instant()).service();
    }

    private boolean comesFirst() {
        return everyOther && attempts.getAndIncrement() % 2 == 0;
    }

    /** Keeps the line open, so that who calls has to end it. */
    private void hold() {
        try {
            closing.await(LONGEST_SILENCE, TimeUnit.SECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isDead() {
        if (callsLeft <= 0) {
            callsLeft = -1;
            return true;
        }
        callsLeft--;
        return false;
    }

    private static boolean struck(Map<String, AtomicInteger> faults, String operation) {
        var left = faults.get(operation);
        return left != null && left.getAndDecrement() > 0;
    }

    private static void send(HttpExchange exchange, AwsAnswer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        var head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), head || answer.body().length == 0 ? -1 : answer.body().length);
        if (!head && answer.body().length > 0) {
            exchange.getResponseBody().write(answer.body());
        }
    }
}
