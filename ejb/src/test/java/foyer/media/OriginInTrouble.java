package foyer.media;

import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What goes wrong with an origin in memory, as tests have it: nothing, at first. */
final class OriginInTrouble {
    private final Map<BroadcastRef, RuntimeException> holds = new HashMap<>();
    private @Nullable String lacking;
    private @Nullable Trouble creation;
    private boolean blind;
    private boolean unknown;
    private @Nullable Supplier<RuntimeException> failure;
    private @Nullable Supplier<RuntimeException> refusal;
    private Duration late = Duration.ZERO;

    /** From now on the deployment lacks something. */
    void lacks(String words) {
        lacking = words;
    }

    /** From now on channels cannot be made for this reason; null: they can. */
    void cannotMake(@Nullable Trouble why) {
        creation = why;
    }

    /** Whether from now on nobody sees how channels stand; they can be started and stopped all the same. */
    void blind(boolean is) {
        blind = is;
    }

    /** Whether from now on it is seen how channels stand, and not how they are fed. */
    void unknown(boolean is) {
        unknown = is;
    }

    /** From now on it is told so much later who feeds a channel. */
    void tellsLate(Duration time) {
        late = time;
    }

    /** From now on who asks how a channel stands is failed like this; null: is answered. */
    void fails(@Nullable Supplier<RuntimeException> how) {
        failure = how;
    }

    /** From now on who has a channel made, started or stopped is failed like this; null: it is done. */
    void refuses(@Nullable Supplier<RuntimeException> how) {
        refusal = how;
    }

    /** From now on this one cannot be removed. */
    void holds(BroadcastRef channel, RuntimeException how) {
        holds.put(channel, how);
    }

    Optional<String> lacking() {
        return Optional.ofNullable(lacking);
    }

    /** Why channels cannot be made; null: they can. */
    @Nullable
    Trouble creation() {
        return creation;
    }

    boolean unknown() {
        return unknown;
    }

    Duration late() {
        return late;
    }

    void refuseLooks() {
        if (blind) {
            throw new Unavailable("The origin does not answer.", Duration.ofSeconds(1));
        }
        if (failure != null) {
            throw failure.get();
        }
    }

    void refuseSteps() {
        if (refusal != null) {
            throw refusal.get();
        }
    }

    void refuseRemoval(BroadcastRef channel) {
        var held = holds.get(channel);
        if (held != null) {
            throw held;
        }
    }
}
