package foyer.whole;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Callers who all begin at the same moment. */
public final class AtOnce {
    private AtOnce() {}

    /** What each of them got. */
    public static <T> List<T> calls(int callers, IntFunction<T> call) {
        var threads = Executors.newFixedThreadPool(callers);
        var start = new CyclicBarrier(callers);
        try {
            var answers = IntStream.range(0, callers)
                    .mapToObj(caller -> threads.submit(() -> {
                        await(start);
                        return call.apply(caller);
                    }))
                    .toList();
            return answers.stream().map(AtOnce::get).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (BrokenBarrierException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new AssertionError(hurried);
        }
    }

    private static <T> T get(Future<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new AssertionError(hurried);
        }
    }
}
