package foyer.mail;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A letter on the {@link PostCounter}, until the call that brought it is over. The container holds whatever a method with a time-out
 * was given until that time is over, however soon it was answered, for it only cancels its timers and does not remove them: at a
 * hundred letters a second that were three thousand, with all their words. So it holds this, and there is nothing in it any more.
 */
public final class Handed {
    private @Nullable Message message;

    public Handed(Message message) {
        this.message = message;
    }

    /** Takes letters to a counter, and leaves nothing there. */
    static Function<Message, Receipt> to(Function<Handed, Receipt> counter) {
        return message -> {
            var handed = new Handed(message);
            try {
                return counter.apply(handed);
            } finally {
                handed.message = null;
            }
        };
    }

    /** However often it is tried. Fails when the call is over. */
    Message message() {
        if (message == null) {
            throw new IllegalStateException("This letter is not on the counter any more.");
        }
        return message;
    }
}
