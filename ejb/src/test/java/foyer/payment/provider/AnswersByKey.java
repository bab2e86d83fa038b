package foyer.payment.provider;

import foyer.payment.provider.CheckoutsInMemory.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a provider answers under a key, for a day: the first result, a failure like any other. What was asked for wrongly is
 * not kept.
 */
final class AnswersByKey {
    private static final Duration A_DAY = Duration.ofHours(24);

    private final Clock clock;
    private final Map<String, Answer> answers = new HashMap<>();
    private @Nullable Failure next;

    /** @param result null: a failure */
    private record Answer(Object parameters, @Nullable Object result, Instant until) {}

    AnswersByKey(Clock clock) {
        this.clock = clock;
    }

    void failNext(@Nullable Failure failure) {
        next = failure;
    }

    void forget(String key) {
        answers.remove(key);
    }

    <T> T once(String key, Object parameters, Supplier<T> work, Class<T> kind) {
        var kept = answers.get(key);
        if (kept != null && clock.instant().isBefore(kept.until())) {
            if (kept.parameters().equals(parameters) && kept.result() != null) {
                return kind.cast(kept.result());
            }
            throw new KeySpent(new IllegalStateException("500, or other parameters before"));
        }
        var failure = next;
        next = null;
        var until = clock.instant().plus(A_DAY);
        if (failure == null) {
            var result = work.get();
            answers.put(key, new Answer(parameters, result, until));
            return result;
        }
        answers.put(key, new Answer(parameters, null, until));
        throw new KeySpent(new IllegalStateException(
                failure == Failure.DONE ? "500 after " + Objects.hashCode(work.get()) : "500"));
    }
}
