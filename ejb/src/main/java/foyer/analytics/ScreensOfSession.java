package foyer.analytics;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The screens of one session as one node knows them, by their names. Nearly always it is one, which is then all there is: a map
 * around it took thirty bytes of each of ten thousand sessions.
 */
sealed interface ScreensOfSession permits HeardScreen, SeveralScreens {
    /** Null where none has this name. */
    @Nullable
    HeardScreen named(String name);

    int size();

    /** With this one, in place of the one of the same name. */
    ScreensOfSession with(HeardScreen screen);

    /** Those of which this is not so; null: none are left. */
    @Nullable
    ScreensOfSession without(Predicate<HeardScreen> these);

    Stream<HeardScreen> all();
}
