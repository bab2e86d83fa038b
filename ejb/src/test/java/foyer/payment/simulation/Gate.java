package foyer.payment.simulation;

import foyer.shared.Alongside;
import foyer.shared.Unavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands before and behind each call that a use case makes to the store and to the provider: there everything goes wrong. */
final class Gate {
    /** What strikes at a gate. */
    enum Blow {
        /** The process dies: nobody catches that. */
        CRASH,
        /** There is no answer. */
        SILENCE
    }

    /** The end of a process, as far as one call is concerned. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("killed", null, false, false);
        }
    }

    /** Told of each call that has had its effect. */
    interface Watcher {
        void done(String call, Object[] with);
    }

    private static final Set<String> NOT_CALLS = Set.of("line", "pace", "read", "toString", "hashCode", "equals");

    private final Watcher watcher;
    private @Nullable Blow blow;
    private int blowIn;
    private @Nullable Runnable meanwhile;
    private int meanwhileIn;
    private boolean dead;
    private int passed;

    Gate(Watcher watcher) {
        this.watcher = watcher;
    }

    /** The blow falls at one of the next gates: before a call, or after its effect. */
    void arm(Blow coming, int gates) {
        blow = coming;
        blowIn = gates;
    }

    /** Somebody else acts while a use case stands at one of its next gates. */
    void interrupt(Runnable other, int gates) {
        meanwhile = other;
        meanwhileIn = gates;
    }

    /** Who was to act meanwhile had no occasion. */
    void calmMeanwhile() {
        meanwhile = null;
    }

    /** What was to come comes no more. */
    void calm() {
        blow = null;
        meanwhile = null;
        dead = false;
    }

    /** Whoever was killed is buried: until then it calls nobody, not even to clean up. */
    void bury() {
        dead = false;
    }

    <T> T around(Class<T> port, T kept) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (self, method, with) -> pass(kept, method, with)));
    }

    private @Nullable Object pass(Object kept, Method method, Object @Nullable [] with) throws Throwable {
        if (method.getReturnType() == Alongside.class || NOT_CALLS.contains(method.getName())) {
            return invoke(kept, method, with);
        }
        stand();
        var answer = invoke(kept, method, with);
        watcher.done(method.getName(), with == null ? new Object[0] : with);
        stand();
        return answer;
    }

    private static @Nullable Object invoke(Object kept, Method method, Object @Nullable [] with) throws Throwable {
        try {
            return method.invoke(kept, with);
        } catch (InvocationTargetException wrapped) {
            throw wrapped.getTargetException();
        }
    }

    /** How many gates were passed so far. */
    int passed() {
        return passed;
    }

    /** A use case is between two of its calls, or between a call's effect and its answer. */
    void stand() {
        if (dead) {
            throw new Crash();
        }
        passed++;
        if (meanwhile != null && meanwhileIn-- == 0) {
            var other = meanwhile;
            meanwhile = null;
            other.run();
        }
        if (blow != null && blowIn-- == 0) {
            var falls = blow;
            blow = null;
            switch (falls) {
                case CRASH -> {
                    dead = true;
                    throw new Crash();
                }
                case SILENCE -> throw new Unavailable("No answer.", Duration.ofSeconds(1));
            }
        }
    }
}
