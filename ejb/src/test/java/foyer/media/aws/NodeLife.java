package foyer.media.aws;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/**
 * How long a node lives, counted by what it changes, at AWS and in its stores alike: once it has made its last change, of which it does not
 * hear, it reaches nothing any more. Between two changes it leaves the same behind wherever it dies.
 */
final class NodeLife {
    private static final Set<String> CHANGING = Set.of("add", "replace", "remove");
    private int changesLeft = Integer.MAX_VALUE;
    private boolean missed;

    /** The node is gone: nothing of it catches this, nor does it do anything afterwards. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** From now on it makes so many more changes. */
    synchronized void endAfter(int changes) {
        changesLeft = changes;
        missed = false;
    }

    /** Another takes its place. */
    synchronized void comeBack() {
        changesLeft = Integer.MAX_VALUE;
    }

    /** Whether it was over while somebody wanted something. */
    synchronized boolean wasMissed() {
        return missed;
    }

    synchronized boolean isOver() {
        missed |= changesLeft <= 0;
        return changesLeft <= 0;
    }

    /** One change is made. */
    synchronized boolean outlives() {
        changesLeft--;
        missed |= changesLeft <= 0;
        return changesLeft > 0;
    }

    /** As the node reaches a store. */
    <T> T reaching(Class<T> port, T store) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    if (isOver()) {
                        throw new Died();
                    }
                    try {
                        var answer = method.invoke(store, arguments);
                        if (CHANGING.contains(method.getName()) && !outlives()) {
                            throw new Died();
                        }
                        return answer;
                    } catch (InvocationTargetException refused) {
                        throw refused.getCause();
                    }
                }));
    }
}
