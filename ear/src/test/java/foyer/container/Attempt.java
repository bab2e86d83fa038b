package foyer.container;

import jakarta.ejb.EJBAccessException;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** One try to call a method, and how the container took it. */
final class Attempt {
    private static final ThreadLocal<@Nullable Attempt> CURRENT = new ThreadLocal<>();

    private boolean letIn;

    private Attempt() {}

    /** Notes that the current try, if there is one, came through the door. */
    static boolean letIn() {
        var current = CURRENT.get();
        if (current != null) {
            current.letIn = true;
        }
        return current != null;
    }

    /** Answers {@code let in}, {@code refused}, or what else happened. */
    static String outcome(BusinessMethod called, Object reference) {
        var attempt = new Attempt();
        CURRENT.set(attempt);
        try {
            called.method().invoke(reference, called.nothings());
            return attempt.letIn ? "let in" : "never arrived";
        } catch (InvocationTargetException thrown) {
            return thrown.getCause() instanceof EJBAccessException ? "refused" : String.valueOf(thrown.getCause());
        } catch (IllegalAccessException hidden) {
            return hidden.toString();
        } finally {
            CURRENT.remove();
        }
    }
}
