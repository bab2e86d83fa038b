package foyer.bench;

import foyer.bench.Connection.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * People who come one after the other, each with one request. How long each waited counts from the moment it should have
 * been sent, so that a server that stands still is not spared those who would have come meanwhile.
 */
final class Herd {
    private final int port;
    private final int connections;

    Herd(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /** Everybody at once, as far as the connections go. */
    Outcome rush(List<byte[]> requests) {
        return come(requests, Duration.ZERO);
    }

    /** Evenly over so long. */
    Outcome come(List<byte[]> requests, Duration within) {
        var waits = new Waits(requests.size());
        var answers = new Answer[requests.size()];
        var next = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(connections);
        var started = System.nanoTime();
        try {
            var sending = IntStream.range(0, connections)
                    .mapToObj(any -> threads.submit(() -> send(requests, within, started, next, waits, answers)))
                    .toList();
            for (var each : sending) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The herd could not be sent.", failed.getCause());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", hurried);
        } finally {
            threads.shutdownNow();
        }
        return new Outcome(List.of(answers), waits, Duration.ofNanos(System.nanoTime() - started));
    }

    private void send(
            List<byte[]> requests, Duration within, long started, AtomicInteger next, Waits waits, Answer[] answers) {
        try (var connection = new Connection(port)) {
            for (var turn = next.getAndIncrement(); turn < requests.size(); turn = next.getAndIncrement()) {
                var due = within.isZero() ? System.nanoTime() : started + within.toNanos() / requests.size() * turn;
                LockSupport.parkNanos(due - System.nanoTime());
                answers[turn] = connection.exchange(requests.get(turn));
                waits.note(turn, System.nanoTime() - due);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What came of it, in the order of the requests. */
    record Outcome(List<Answer> answers, Waits waits, Duration took) {
        List<String> bodies() {
            var bodies = new ArrayList<String>();
            for (var answer : answers) {
                if (!answer.success()) {
                    throw new IllegalStateException("Answered " + answer.status() + " " + answer.body());
                }
                bodies.add(answer.body());
            }
            return bodies;
        }

        int successes() {
            return (int) answers.stream().filter(Answer::success).count();
        }

        double perSecond() {
            return answers.size() / (took.toNanos() / 1e9);
        }
    }
}
