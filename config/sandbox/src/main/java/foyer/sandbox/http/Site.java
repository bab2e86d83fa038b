package foyer.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The sandbox's HTTP server, on the loopback interface only. */
public final class Site implements AutoCloseable {
    static {
        // Read once when the server's classes load. Without the first, answers wait 40 ms for a delayed
        // acknowledgement; the others keep idle connections longer than clients' pools do, because a
        // connection closed under a client looks like a lost answer, and only a fault switch may do that.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "600");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "4000");
    }

    private final HttpServer server;
    private final Routes routes;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Site(HttpServer server, Routes routes) {
        this.server = server;
        this.routes = routes;
    }

    /** Takes the port, and answers from {@link #start} on. 0 takes any free one. */
    public static Site on(int port, Routes routes) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new Site(HttpServer.create(address, 1000), routes);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void start() {
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = routes.answer(new Request(exchange));
            if (!answer.isLost()) {
                send(exchange, answer);
            }
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var head = exchange.getRequestMethod().equals("HEAD");
        var length = answer.content().length();
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        if (head && length >= 0) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
        }
        // The JDK's server takes 0 for "chunked" and -1 for "no body".
        exchange.sendResponseHeaders(answer.status(), head || length == 0 ? -1 : Math.max(length, 0));
        if (!head && length != 0) {
            answer.content().writeTo(exchange.getResponseBody());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
