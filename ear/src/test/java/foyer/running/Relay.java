package foyer.running;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import foyer.launch.SandboxProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a server and its store and payment provider: passes each call on as it is, writes down what was called,
 * and strikes before or after a call that a test has chosen.
 */
final class Relay implements AutoCloseable {
    private static final String STRIPE = "/stripe";
    private static final Pattern ID = Pattern.compile("/[a-z]+_[A-Za-z0-9_]+");
    /** Of one connection, or the client's own to set. */
    private static final Set<String> ONE_HOP = Set.of(
            "connection", "content-length", "date", "expect", "host", "keep-alive", "transfer-encoding", "upgrade");

    /** When the strike comes: the call has not been passed on, or has and its answer is lost. */
    enum Moment {
        BEFORE,
        AFTER
    }

    /**
     * A call among those that a server makes.
     *
     * @param name what is called, as {@code TransactWriteItems payments, registrations} or {@code POST /v1/refunds}
     * @param time the how many of this name, from 1 on
     */
    record Call(String name, int time) {
        @Override
        public String toString() {
            return time == 1 ? name : name + ", time " + time;
        }
    }

    private record Trap(Call call, Moment moment, Runnable strike) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String store;
    private final String sandbox;
    /** By its name alone: calls that ask for many items at once name their tables elsewhere than others do. */
    private final Pattern table;

    private final List<Call> calls = new ArrayList<>();
    private @Nullable Trap trap;
    private boolean struck;

    private Relay(HttpServer server, SandboxProcess sandbox, String tablePrefix) {
        this.server = server;
        this.store = sandbox.dynamoDb().replaceFirst("/$", "");
        this.sandbox = sandbox.url();
        this.table = Pattern.compile("\"" + Pattern.quote(tablePrefix) + "(\\w+)\"");
    }

    /** @param tablePrefix is left out of the names of calls */
    static Relay to(SandboxProcess sandbox, String tablePrefix) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var relay = new Relay(server, sandbox, tablePrefix);
            server.createContext("/", relay::pass);
            server.setExecutor(relay.threads);
            server.start();
            return relay;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Without a slash at the end. */
    String store() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    String stripe() {
        return store() + STRIPE;
    }

    /** Begins to count anew, without a trap. */
    synchronized void begin() {
        calls.clear();
        trap = null;
        struck = false;
    }

    /** Begins to count anew, and strikes once: the call that it strikes is answered to nobody. */
    synchronized void strike(Call call, Moment moment, Runnable strike) {
        begin();
        trap = new Trap(call, moment, strike);
    }

    synchronized boolean struck() {
        return struck;
    }

    /** What was called since it began, in the order of their coming. */
    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var call = counted(name(exchange, body));
            if (springs(call, Moment.BEFORE)) {
                return;
            }
            var answer = client.send(request(exchange, body), BodyHandlers.ofByteArray());
            if (springs(call, Moment.AFTER)) {
                return;
            }
            answer(exchange, answer);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Call counted(String name) {
        var before = calls.stream().filter(call -> call.name().equals(name)).count();
        var call = new Call(name, (int) before + 1);
        calls.add(call);
        return call;
    }

    private boolean springs(Call call, Moment moment) {
        @Nullable Trap sprung;
        synchronized (this) {
            sprung = trap;
            if (sprung == null || !sprung.call().equals(call) || sprung.moment() != moment) {
                return false;
            }
            trap = null;
            struck = true;
        }
        sprung.strike().run();
        return true;
    }

    private String name(HttpExchange exchange, byte[] body) {
        var path = exchange.getRequestURI().getPath();
        if (path.startsWith(STRIPE)) {
            return exchange.getRequestMethod() + " "
                    + ID.matcher(path.substring(STRIPE.length())).replaceAll("/{id}");
        }
        var target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        return target.substring(target.indexOf('.') + 1) + " " + String.join(", ", tables(body));
    }

    private Set<String> tables(byte[] body) {
        return table.matcher(new String(body, StandardCharsets.UTF_8))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        var asked = exchange.getRequestURI();
        var base = asked.getPath().startsWith(STRIPE) ? sandbox : store;
        var request = HttpRequest.newBuilder(URI.create(base + asked))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (passes(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (passes(name)) {
                exchange.getResponseHeaders().put(name, List.copyOf(values));
            }
        });
        var body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static boolean passes(String header) {
        return !ONE_HOP.contains(header.toLowerCase(Locale.ROOT));
    }
}
