package foyer.container;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.jspecify.annotations.Nullable;

/** A way to a service, with as many calls in it as are asked for, none of which ends before it is told to. */
final class FullTurnstile implements AutoCloseable {
    private final Object turnstile;
    private final Method pass;
    private final CountDownLatch inside;
    private final CountDownLatch end = new CountDownLatch(1);

    FullTurnstile(Object turnstile, int places, ExecutorService callers) throws ReflectiveOperationException {
        this.turnstile = turnstile;
        this.pass = turnstile.getClass().getMethod("pass", Supplier.class);
        this.pass.setAccessible(true);
        this.inside = new CountDownLatch(places);
        for (var place = 0; place < places; place++) {
            callers.execute(this::comeIn);
        }
    }

    boolean isFull() throws InterruptedException {
        return inside.await(20, TimeUnit.SECONDS);
    }

    /** One call more; answers what it answered or failed with. */
    @Nullable
    Object call(Supplier<Object> work) {
        try {
            return pass.invoke(turnstile, work);
        } catch (InvocationTargetException refused) {
            return refused.getCause();
        } catch (IllegalAccessException hidden) {
            return hidden;
        }
    }

    @Override
    public void close() {
        end.countDown();
    }

    // A timer's call may be in a place that this one was to take, for a moment.
    private void comeIn() {
        while (call(this::stay) instanceof BulkheadException && end.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private Object stay() {
        inside.countDown();
        try {
            return end.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
