package foyer.shared.dynamodb;

import foyer.shared.Unavailable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/**
 * The client as adapters get it: every call goes through the {@link Turnstile}, and a store that does not answer is met
 * as {@link Unavailable}. What an adapter itself asked for, a condition or a transaction, fails as the SDK says it.
 */
final class GuardedClient implements InvocationHandler {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final DynamoDbClient client;
    private final Turnstile turnstile;

    private GuardedClient(DynamoDbClient client, Turnstile turnstile) {
        this.client = client;
        this.turnstile = turnstile;
    }

    static DynamoDbClient of(DynamoDbClient client, Turnstile turnstile) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                new GuardedClient(client, turnstile));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (!DynamoDbResponse.class.isAssignableFrom(method.getReturnType())) {
            return call(method, arguments);
        }
        try {
            return turnstile.pass(() -> call(method, arguments));
        } catch (FaultToleranceException refused) {
            throw new Unavailable("The store is busy. Please try again in a moment.", SOON, refused);
        } catch (SdkException failure) {
            throw StoreFailures.translated(failure);
        }
    }

    private Object call(Method method, Object @Nullable [] arguments) throws Exception {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw thrown;
        }
    }
}
