package foyer.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Sends one request again and again over a few kept-alive connections to this machine, as cheaply as possible, so that
 * the generator takes little of the two cores it shares with what it measures.
 */
final class Load {
    private final int port;
    private final byte[] request;
    private final int connections;

    /** @param request everything up to and including the empty line, and a body if there is one */
    Load(int port, String request, int connections) {
        this.port = port;
        this.request = request.getBytes(StandardCharsets.ISO_8859_1);
        this.connections = connections;
    }

    static Load get(int port, String path) {
        return new Load(port, "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n", 8);
    }

    /** For so long, on every connection. Fails on any answer that is not a success. */
    Result run(Duration length) {
        var threads = Executors.newFixedThreadPool(connections);
        var started = System.nanoTime();
        try {
            var counts = IntStream.range(0, connections)
                    .mapToObj(connection -> threads.submit(() -> requests(length)))
                    .toList();
            long requests = 0;
            for (var count : counts) {
                requests += get(count);
            }
            return new Result(requests, Duration.ofNanos(System.nanoTime() - started));
        } finally {
            threads.shutdownNow();
        }
    }

    private static long get(Future<Long> count) {
        try {
            return count.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The load could not be sent.", failed.getCause());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", hurried);
        }
    }

    private long requests(Duration length) {
        var until = System.nanoTime() + length.toNanos();
        long count = 0;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var out = socket.getOutputStream();
            var in = new BufferedInputStream(socket.getInputStream(), 16_384);
            while (System.nanoTime() < until) {
                out.write(request);
                readAnswer(in);
                count++;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return count;
    }

    private static void readAnswer(InputStream in) throws IOException {
        var status = line(in);
        if (!status.startsWith("HTTP/1.1 2")) {
            throw new IOException("Answered " + status);
        }
        var length = 0;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
                throw new IOException("The generator reads answers with a length only.");
            }
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The server closed the connection.");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** What came of it. */
    record Result(long requests, Duration took) {
        double perSecond() {
            return requests / (took.toNanos() / 1e9);
        }
    }
}
