package foyer.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Sends some requests again and again over a few connections, as fast as they are answered. */
final class Load {
    private static final int CONNECTIONS = 8;

    private final int port;
    private final List<Supplier<byte[]>> requests;

    /** @param requests made and sent in turns, each connection beginning at another one */
    Load(int port, List<Supplier<byte[]>> requests) {
        this.port = port;
        this.requests = requests;
    }

    /** Each of these the same every time. */
    static Load of(int port, List<byte[]> requests) {
        return new Load(
                port,
                requests.stream()
                        .<Supplier<byte[]>>map(request -> () -> request)
                        .toList());
    }

    static Load get(int port, String path) {
        return of(port, List.of(Requests.get(path)));
    }

    static Load post(int port, String path, String json) {
        return of(port, List.of(Requests.post(path, json)));
    }

    /** For so long, on every connection. Fails on any answer that is not a success. */
    Result run(Duration length) {
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        var started = System.nanoTime();
        try {
            var counts = IntStream.range(0, CONNECTIONS)
                    .mapToObj(connection -> threads.submit(() -> send(connection, length)))
                    .toList();
            long sent = 0;
            for (var count : counts) {
                sent += get(count);
            }
            return new Result(sent, Duration.ofNanos(System.nanoTime() - started));
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

    private long send(int number, Duration length) {
        var until = System.nanoTime() + length.toNanos();
        var next = number * requests.size() / CONNECTIONS;
        long count = 0;
        try (var connection = new Connection(port)) {
            while (System.nanoTime() < until) {
                var answer = connection.exchange(requests.get(next).get());
                if (!answer.success()) {
                    throw new IOException("Answered " + answer.status() + " " + answer.body());
                }
                next = (next + 1) % requests.size();
                count++;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return count;
    }

    /** What came of it. */
    record Result(long requests, Duration took) {
        double perSecond() {
            return requests / (took.toNanos() / 1e9);
        }
    }
}
