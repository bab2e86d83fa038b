package foyer.container;

import foyer.mail.Handed;
import foyer.mail.Message;
import foyer.mail.Sender;
import foyer.shared.EmailAddress;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.jspecify.annotations.Nullable;

/** Letters brought to the one way to the post office, each by a thread of the container's. */
final class PostCounterCalls {
    private final Object counter;
    private final Class<?> bean;
    private final ExecutorService threads;

    PostCounterCalls(Object counter, Class<?> bean, ExecutorService threads) {
        this.counter = counter;
        this.bean = bean;
        this.threads = threads;
    }

    /** How many it takes at once, as it says itself. */
    int places() throws NoSuchMethodException {
        return Objects.requireNonNull(send(bean).getAnnotation(Bulkhead.class)).value();
    }

    /** One letter more. */
    Call begin() {
        var call = new Call();
        threads.execute(call);
        return call;
    }

    private static Method send(Class<?> type) throws NoSuchMethodException {
        return type.getMethod("send", Handed.class);
    }

    /** One letter on its way. */
    final class Call implements Runnable {
        private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
        private final CompletableFuture<@Nullable Object> outcome = new CompletableFuture<>();

        @Override
        public void run() {
            thread.set(Thread.currentThread());
            var answer = send();
            thread.set(null);
            outcome.complete(answer);
        }

        /** Whether it was told to end and has not yet. */
        boolean isToldToEnd() {
            var bearer = thread.get();
            return bearer != null && bearer.isInterrupted();
        }

        /** What it was answered, or failed with. */
        @Nullable
        Object outcome() throws InterruptedException, ExecutionException, TimeoutException {
            return outcome.get(20, TimeUnit.SECONDS);
        }

        private @Nullable Object send() {
            var foyer = new Sender(new EmailAddress("foyer@foyer.example"), "Foyer");
            var ada = new EmailAddress("ada@example.com");
            try {
                var way = PostCounterCalls.send(counter.getClass());
                way.setAccessible(true);
                var letter = new Message("one", foyer, ada, "Hello", "Hello", "<p>Hello</p>", null);
                return way.invoke(counter, new Handed(letter));
            } catch (InvocationTargetException refused) {
                return refused.getCause();
            } catch (ReflectiveOperationException hidden) {
                return hidden;
            }
        }
    }
}
