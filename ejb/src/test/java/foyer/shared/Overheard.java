package foyer.shared;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/** Stands before a port and hears of each call before it is made: for what has to happen between two of them. */
public final class Overheard {
    private Overheard() {}

    /** @param call is told the method's name, and may fail instead of it */
    public static <T> T of(Class<T> port, T real, Consumer<String> call) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (any, method, given) -> {
            call.accept(method.getName());
            try {
                return method.invoke(real, given);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }));
    }
}
